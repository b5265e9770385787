package dev.slop.metrics.inference;

import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.KthSelector;

/**
 * Intervals from replicates, which are reordered: no more than their quantiles need. Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapters 13
 * and 14; Davison and Hinkley, Bootstrap Methods and their Application (1997), section 5.3.
 *
 * @param lower lower end
 * @param upper upper end
 * @param method its name
 */
record BootstrapInterval(double lower, double upper, String method) {
    private static final KthSelector SELECTOR = new KthSelector();
    private static final int[] NO_CACHE = {};
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    /** An end that fewer replicates than this decide from the wrong side says nothing. */
    private static final double FEWEST_REPLICATES = 10;

    static BootstrapInterval percentile(double[] replicates, double level) {
        double tail = (1 - level) / 2;
        return new BootstrapInterval(
                quantile(replicates, tail), quantile(replicates, 1 - tail), "percentile bootstrap");
    }

    /** The percentile interval turned about the value: what remains sound where all resamples lie to one side. */
    static BootstrapInterval basic(double[] replicates, double value, double level, String method) {
        double tail = (1 - level) / 2;
        return new BootstrapInterval(
                2 * value - quantile(replicates, 1 - tail), 2 * value - quantile(replicates, tail), method);
    }

    static BootstrapInterval normal(double[] replicates, double value, double level) {
        double half = NORMAL.inverseCumulativeProbability((1 + level) / 2) * Math.sqrt(StatUtils.variance(replicates));
        return new BootstrapInterval(value - half, value + half, "normal bootstrap");
    }

    /**
     * The value ± t s, s the deviation of the replicates, on a scale without ends: the logit of statistics with two bounds, the logarithm above one. The
     * slope of the scale carries the spread over; at a bound, where the scale is endless, the spread is taken as it is.
     */
    static BootstrapInterval student(double deviation, double value, long answers, Bounds bounds, double level) {
        double t = TQuantile.of(Math.max(1, answers - 1), (1 + level) / 2);
        double correction = Math.sqrt(answers / Math.max(1.0, answers - 1.0));
        double half = t * correction * deviation;
        return new BootstrapInterval(
                bounds.moved(value, -half), bounds.moved(value, half), "Student bootstrap of the mean at this n");
    }

    /** Bias-corrected and accelerated; empty where nearly all replicates lie to one side of the value. */
    static Optional<BootstrapInterval> bca(double[] replicates, double value, double acceleration, double level) {
        double below = shareBelow(replicates, value);
        if (below <= 0 || below >= 1) {
            return Optional.empty();
        }
        double bias = NORMAL.inverseCumulativeProbability(below);
        double lower = adjusted((1 - level) / 2, bias, acceleration);
        double upper = adjusted((1 + level) / 2, bias, acceleration);
        double smallest = FEWEST_REPLICATES / replicates.length;
        return lower < upper && upper > smallest && lower < 1 - smallest
                ? Optional.of(new BootstrapInterval(
                        quantile(replicates, lower), quantile(replicates, upper), "BCa bootstrap"))
                : Optional.empty();
    }

    private static double adjusted(double probability, double bias, double acceleration) {
        double z = bias + NORMAL.inverseCumulativeProbability(probability);
        double stretch = 1 - acceleration * z;
        return stretch > 0 ? NORMAL.cumulativeProbability(bias + z / stretch) : Double.NaN;
    }

    /** Ties count half, as a discrete statistic often meets its own value again. */
    private static double shareBelow(double[] replicates, double value) {
        double twice = 0;
        double tolerance = 1e-12 * Math.abs(value);
        for (double replicate : replicates) {
            if (Math.abs(replicate - value) <= tolerance) {
                twice += 1;
            } else if (replicate < value) {
                twice += 2;
            }
        }
        return twice / 2 / replicates.length;
    }

    /** The (B + 1)p-th smallest replicate, interpolated. */
    private static double quantile(double[] replicates, double probability) {
        double position = probability * (replicates.length + 1) - 1;
        int below = (int) Math.floor(Math.min(replicates.length - 1.0, Math.max(0, position)));
        int above = Math.min(replicates.length - 1, below + 1);
        double fraction = Math.min(1, Math.max(0, position - below));
        double lower = SELECTOR.select(replicates, NO_CACHE, below);
        double upper = above == below ? lower : smallestFrom(replicates, above);
        return lower + fraction * (upper - lower);
    }

    /** After a selection all that follows is at least as large. */
    private static double smallestFrom(double[] replicates, int from) {
        double smallest = replicates[from];
        for (int i = from + 1; i < replicates.length; i++) {
            smallest = Math.min(smallest, replicates[i]);
        }
        return smallest;
    }
}
