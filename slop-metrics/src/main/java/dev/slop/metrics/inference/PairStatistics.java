package dev.slop.metrics.inference;

/**
 * Several statistics of two samples, computed together so that they share each resample.
 *
 * <p>Implementations are pure functions, called from several threads; they neither change nor keep the arrays. A
 * statistic that is undefined for some counts is NaN.
 */
@FunctionalInterface
public interface PairStatistics {
    /**
     * Computes the statistics.
     *
     * @param a counts of one sample
     * @param b counts of the other, same cells
     * @param cells those in which either may have answers; all others are empty
     * @param into takes one value a statistic
     */
    void evaluate(long[] a, long[] b, int[] cells, double[] into);
}
