package dev.slop.metrics;

/** A number estimated from a sample: either an {@link Estimate} with its interval, or {@link Unavailable} with a reason. */
public sealed interface Quantity permits Estimate, Unavailable {
    /**
     * {@return a quantity that cannot be computed}
     *
     * @param reason why, in a few words
     */
    static Quantity unavailable(String reason) {
        return new Unavailable(reason);
    }
}
