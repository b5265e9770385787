package dev.slop.metrics.inference;

/**
 * Several statistics of one data set, computed together so that they share each resample.
 *
 * <p>Implementations are pure functions, called from several threads; they neither change nor keep the arrays, and
 * accept rows with further cells, for answers that were not seen. A
 * statistic that is undefined for some counts is NaN.
 */
@FunctionalInterface
public interface CountStatistics {
    /**
     * Computes the statistics.
     *
     * @param samples one row of counts a sample (for example a model), all over the same cells
     * @param into takes one value a statistic
     */
    void evaluate(long[][] samples, double[] into);
}
