package dev.slop.metrics;

/**
 * An estimate that travels with its interval.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a number is NaN, the interval is reversed or the level
 * not in (0, 1). The value may lie outside the interval where a bias-corrected interval says so.
 *
 * @param value the point estimate
 * @param lower lower end of the interval
 * @param upper upper end of the interval; may be infinite where nothing bounds it
 * @param level confidence level of the interval, for example 0.95
 * @param method how the interval was made, for example {@code "BCa bootstrap"}
 */
public record Estimate(double value, double lower, double upper, double level, String method) implements Quantity {
    public Estimate {
        if (Double.isNaN(value) || !(lower <= upper)) {
            throw new IllegalArgumentException("not an estimate: " + value + " in [" + lower + ", " + upper + "]");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1): " + level);
        }
    }
}
