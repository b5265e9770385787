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
     * @param a one sample
     * @param b the other, same cells
     * @param shared cells in which both may have answers, others have answers of one at most
     * @param into takes one value a statistic
     */
    void evaluate(SampleCounts a, SampleCounts b, int[] shared, double[] into);
}
