package dev.slop.metrics.inference;

/**
 * The range a statistic can have at all; intervals are cut to it.
 *
 * <p>The constructor throws {@link IllegalArgumentException} unless lower is less than upper.
 *
 * @param lower smallest value, may be infinite
 * @param upper largest value, may be infinite
 */
public record Bounds(double lower, double upper) {
    /** Any number. */
    public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    /** 0 or more. */
    public static final Bounds NOT_NEGATIVE = new Bounds(0, Double.POSITIVE_INFINITY);
    /** 0 to 1. */
    public static final Bounds UNIT = new Bounds(0, 1);

    public Bounds {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("lower must be less than upper: " + lower + ", " + upper);
        }
    }

    double clamp(double value) {
        return Math.min(upper, Math.max(lower, value));
    }

    /**
     * Moves a value by a distance that is measured at the value, and ever less towards a bound: on the logit scale
     * between two bounds, on the logarithmic scale above one. At a bound itself the distance counts as it is.
     */
    double moved(double value, double by) {
        if (Double.isInfinite(lower) || value <= lower || value >= upper) {
            return clamp(value + by);
        }
        double above = value - lower;
        if (Double.isInfinite(upper)) {
            return lower + above * Math.exp(by / above);
        }
        double width = upper - lower;
        double odds = above / (upper - value) * Math.exp(by * width / above / (upper - value));
        return Double.isInfinite(odds) ? upper : lower + width * odds / (1 + odds);
    }

    boolean finite() {
        return !Double.isInfinite(lower) && !Double.isInfinite(upper);
    }
}
