package dev.slop.core.provider;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the headers of a reply say of the provider's limits; what was not sent is absent.
 *
 * @param requestsPerMinute permitted requests a minute
 * @param remainingRequests requests left at the moment
 * @param tokensPerMinute permitted tokens a minute, input and output together
 * @param remainingTokens tokens left at the moment
 * @param inputTokensPerMinute permitted tokens of prompts a minute
 * @param outputTokensPerMinute permitted tokens of answers a minute
 */
public record RateLimitHeaders(
        OptionalDouble requestsPerMinute,
        OptionalLong remainingRequests,
        OptionalDouble tokensPerMinute,
        OptionalLong remainingTokens,
        OptionalDouble inputTokensPerMinute,
        OptionalDouble outputTokensPerMinute) {
    private static final RateLimitHeaders NONE = new RateLimitHeaders(
            OptionalDouble.empty(), OptionalLong.empty(), OptionalDouble.empty(), OptionalLong.empty());

    /**
     * Creates headers that do not tell input from output.
     *
     * @param requestsPerMinute permitted requests a minute
     * @param remainingRequests requests left at the moment
     * @param tokensPerMinute permitted tokens a minute, input and output together
     * @param remainingTokens tokens left at the moment
     */
    public RateLimitHeaders(
            OptionalDouble requestsPerMinute,
            OptionalLong remainingRequests,
            OptionalDouble tokensPerMinute,
            OptionalLong remainingTokens) {
        this(
                requestsPerMinute,
                remainingRequests,
                tokensPerMinute,
                remainingTokens,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** {@return headers that say nothing} */
    public static RateLimitHeaders none() {
        return NONE;
    }
}
