package dev.slop.core.limits;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How fast one lane may go. What is not set is not limited by configuration.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a set limit is not positive and finite.
 *
 * @param requestsPerMinute requests a minute; may be below 1
 * @param tokensPerMinute tokens a minute, input and output together
 * @param inFlight requests under way at once
 */
public record RateLimits(OptionalDouble requestsPerMinute, OptionalDouble tokensPerMinute, OptionalInt inFlight) {
    private static final RateLimits NONE =
            new RateLimits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty());

    public RateLimits {
        requestsPerMinute.ifPresent(v -> positive(v, "requests-per-minute"));
        tokensPerMinute.ifPresent(v -> positive(v, "tokens-per-minute"));
        inFlight.ifPresent(v -> positive(v, "in-flight"));
    }

    private static void positive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }

    /** {@return no limits} */
    public static RateLimits none() {
        return NONE;
    }
}
