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
 * @param inputTokensPerMinute tokens of prompts a minute
 * @param outputTokensPerMinute tokens of answers a minute
 * @param inFlight requests under way at once
 */
public record RateLimits(
        OptionalDouble requestsPerMinute,
        OptionalDouble tokensPerMinute,
        OptionalDouble inputTokensPerMinute,
        OptionalDouble outputTokensPerMinute,
        OptionalInt inFlight) {
    private static final RateLimits NONE =
            new RateLimits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty());

    public RateLimits {
        requestsPerMinute.ifPresent(v -> positive(v, "requests-per-minute"));
        tokensPerMinute.ifPresent(v -> positive(v, "tokens-per-minute"));
        inputTokensPerMinute.ifPresent(v -> positive(v, "input-tokens-per-minute"));
        outputTokensPerMinute.ifPresent(v -> positive(v, "output-tokens-per-minute"));
        inFlight.ifPresent(v -> positive(v, "in-flight"));
    }

    /**
     * Creates limits that do not tell input from output.
     *
     * @param requestsPerMinute requests a minute; may be below 1
     * @param tokensPerMinute tokens a minute, input and output together
     * @param inFlight requests under way at once
     */
    public RateLimits(OptionalDouble requestsPerMinute, OptionalDouble tokensPerMinute, OptionalInt inFlight) {
        this(requestsPerMinute, tokensPerMinute, OptionalDouble.empty(), OptionalDouble.empty(), inFlight);
    }

    private static void positive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }

    /**
     * {@return these limits, and others where these are not set}
     *
     * @param second taken where this says nothing, each limit by itself
     */
    public RateLimits or(RateLimits second) {
        return new RateLimits(
                first(requestsPerMinute, second.requestsPerMinute),
                first(tokensPerMinute, second.tokensPerMinute),
                first(inputTokensPerMinute, second.inputTokensPerMinute),
                first(outputTokensPerMinute, second.outputTokensPerMinute),
                inFlight.isPresent() ? inFlight : second.inFlight);
    }

    private static OptionalDouble first(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() ? a : b;
    }

    /** {@return no limits} */
    public static RateLimits none() {
        return NONE;
    }
}
