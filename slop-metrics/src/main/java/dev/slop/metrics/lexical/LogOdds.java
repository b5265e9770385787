package dev.slop.metrics.lexical;

import dev.slop.metrics.Estimate;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/**
 * Log-odds ratio of an event between two samples with an informative Dirichlet prior:
 * δ = ln(y₁'/(n₁' − y₁')) − ln(y₂'/(n₂' − y₂')), y' = y + a and n' = n + A, with z = δ/√variance and the variance
 * 1/y₁' + 1/(n₁' − y₁') + 1/y₂' + 1/(n₂' − y₂').
 *
 * <p>The prior draws rare events to no difference, so that z is comparable between rare and common ones; a ratio of raw
 * shares is not. For rare events the variance is about 1/y₁' + 1/y₂', the form that is often quoted. Source: Monroe,
 * Colaresi and Quinn (2008), equations 15, 18 and 22.
 *
 * @param ratio δ with its normal interval
 * @param z δ over its standard error; about standard normal where there is no difference
 * @see <a href="https://doi.org/10.1093/pan/mpn018">Fightin' Words</a>
 */
public record LogOdds(Estimate ratio, double z) {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * Compares two samples.
     *
     * @param first how often the event happened in the first sample, y₁
     * @param firstTotal of how many, n₁
     * @param second how often in the second, y₂
     * @param secondTotal of how many, n₂
     * @param prior pseudo-count of the event, a, positive
     * @param priorTotal pseudo-count of all events, A, more than a
     * @param level of the interval, in (0, 1)
     * @return the comparison
     * @throws IllegalArgumentException if a count is negative or more than its total, or the prior is not as told
     */
    public static LogOdds of(
            double first,
            double firstTotal,
            double second,
            double secondTotal,
            double prior,
            double priorTotal,
            double level) {
        if (!(first >= 0 && first <= firstTotal && second >= 0 && second <= secondTotal)) {
            throw new IllegalArgumentException("counts must be in [0, total]: " + first + " of " + firstTotal + ", "
                    + second + " of " + secondTotal);
        }
        if (!(prior > 0 && prior < priorTotal)) {
            throw new IllegalArgumentException("prior must be in (0, " + priorTotal + "): " + prior);
        }
        double without = firstTotal - first + priorTotal - prior;
        double secondWithout = secondTotal - second + priorTotal - prior;
        double ratio = Math.log((first + prior) / without) - Math.log((second + prior) / secondWithout);
        double error = Math.sqrt(1 / (first + prior) + 1 / without + 1 / (second + prior) + 1 / secondWithout);
        double half = NORMAL.inverseCumulativeProbability((1 + level) / 2) * error;
        return new LogOdds(
                new Estimate(ratio, ratio - half, ratio + half, level, "log-odds with Dirichlet prior"), ratio / error);
    }

    /** {@return the two-sided p-value of z} */
    public double pValue() {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }
}
