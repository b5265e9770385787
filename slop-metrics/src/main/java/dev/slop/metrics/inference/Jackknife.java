package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Bias and standard error of a statistic of counts, from leaving out each answer once.
 *
 * <p>With θ<sub>(i)</sub> the statistic without answer i and θ<sub>(·)</sub> their mean: bias
 * (n − 1)(θ<sub>(·)</sub> − θ), standard error sqrt((n − 1)/n sum (θ<sub>(i)</sub> − θ<sub>(·)</sub>)²). Not sound for
 * statistics that are not smooth, such as a median. Costs one evaluation a different
 * answer. Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 11.
 *
 * @param value θ, the statistic of all answers
 * @param bias its estimated bias
 * @param standardError its estimated standard error
 */
public record Jackknife(double value, double bias, double standardError) {
    /**
     * Leaves out each answer once.
     *
     * @param counts of answers
     * @param statistic pure; NaN where it is undefined
     * @return empty with fewer than two answers or where the statistic is undefined for one of the samples
     */
    public static Optional<Jackknife> of(long[] counts, ToDoubleFunction<long[]> statistic) {
        double n = Arrays.stream(counts).sum();
        if (n < 2) {
            return Optional.empty();
        }
        CountStatistics statistics = (samples, into) -> into[0] = statistic.applyAsDouble(samples[0]);
        LeaveOneOut without = LeaveOneOut.of(new long[][] {counts}, 0, 1, statistics, Integer.MAX_VALUE);
        double value = statistic.applyAsDouble(counts.clone());
        double bias = (n - 1) * (without.mean(0) - value);
        double standardError = Math.sqrt((n - 1) / n * without.moment(0, 2));
        return Double.isFinite(bias) && Double.isFinite(standardError)
                ? Optional.of(new Jackknife(value, bias, standardError))
                : Optional.empty();
    }

    /** {@return the value less its bias} */
    public double corrected() {
        return value - bias;
    }
}
