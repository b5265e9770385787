package dev.slop.metrics.inference;

import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Intervals from sorted replicates. Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapters 13
 * and 14; Davison and Hinkley, Bootstrap Methods and their Application (1997), section 5.3.
 *
 * @param lower lower end
 * @param upper upper end
 * @param method its name
 */
record BootstrapInterval(double lower, double upper, String method) {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    /** An end that fewer replicates than this decide from the wrong side says nothing. */
    private static final double FEWEST_REPLICATES = 10;

    static BootstrapInterval percentile(double[] sorted, double level) {
        double tail = (1 - level) / 2;
        return new BootstrapInterval(quantile(sorted, tail), quantile(sorted, 1 - tail), "percentile bootstrap");
    }

    /** The percentile interval turned about the value: what remains sound where all resamples lie to one side. */
    static BootstrapInterval basic(double[] sorted, double value, double level, String method) {
        double tail = (1 - level) / 2;
        return new BootstrapInterval(
                2 * value - quantile(sorted, 1 - tail), 2 * value - quantile(sorted, tail), method);
    }

    static BootstrapInterval normal(double[] sorted, double value, double level) {
        double half = NORMAL.inverseCumulativeProbability((1 + level) / 2) * Math.sqrt(StatUtils.variance(sorted));
        return new BootstrapInterval(value - half, value + half, "normal bootstrap");
    }

    /**
     * The value ± t s on a scale without ends: the logit of statistics with two bounds, the logarithm above one. The
     * slope of the scale carries the spread over; at a bound, where the scale is endless, the spread is taken as it is.
     */
    static BootstrapInterval student(double[] sorted, double value, long answers, Bounds bounds, double level) {
        double t = new TDistribution(null, Math.max(1, answers - 1)).inverseCumulativeProbability((1 + level) / 2);
        double correction = Math.sqrt(answers / Math.max(1.0, answers - 1.0));
        double half = t * correction * Math.sqrt(StatUtils.variance(sorted));
        return new BootstrapInterval(
                bounds.moved(value, -half), bounds.moved(value, half), "Student bootstrap of the mean at this n");
    }

    /** Bias-corrected and accelerated; empty where nearly all replicates lie to one side of the value. */
    static Optional<BootstrapInterval> bca(double[] sorted, double value, double acceleration, double level) {
        double below = shareBelow(sorted, value);
        if (below <= 0 || below >= 1) {
            return Optional.empty();
        }
        double bias = NORMAL.inverseCumulativeProbability(below);
        double lower = adjusted((1 - level) / 2, bias, acceleration);
        double upper = adjusted((1 + level) / 2, bias, acceleration);
        double smallest = FEWEST_REPLICATES / sorted.length;
        return lower < upper && upper > smallest && lower < 1 - smallest
                ? Optional.of(new BootstrapInterval(quantile(sorted, lower), quantile(sorted, upper), "BCa bootstrap"))
                : Optional.empty();
    }

    private static double adjusted(double probability, double bias, double acceleration) {
        double z = bias + NORMAL.inverseCumulativeProbability(probability);
        double stretch = 1 - acceleration * z;
        return stretch > 0 ? NORMAL.cumulativeProbability(bias + z / stretch) : Double.NaN;
    }

    /** Ties count half, as a discrete statistic often meets its own value again. */
    private static double shareBelow(double[] sorted, double value) {
        double twice = 0;
        double tolerance = 1e-12 * Math.abs(value);
        for (double replicate : sorted) {
            if (Math.abs(replicate - value) <= tolerance) {
                twice += 1;
            } else if (replicate < value) {
                twice += 2;
            }
        }
        return twice / 2 / sorted.length;
    }

    /** The (B + 1)p-th smallest replicate, interpolated. */
    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length + 1) - 1;
        int below = (int) Math.floor(Math.min(sorted.length - 1.0, Math.max(0, position)));
        int above = Math.min(sorted.length - 1, below + 1);
        double fraction = Math.min(1, Math.max(0, position - below));
        return sorted[below] + fraction * (sorted[above] - sorted[below]);
    }
}
