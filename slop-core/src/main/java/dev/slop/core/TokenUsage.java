package dev.slop.core;

import java.util.OptionalLong;

/**
 * Tokens that one answer was billed for. A number that the provider did not send is absent, never 0.
 *
 * @param input tokens of the prompt, cached ones included
 * @param output tokens of the answer, reasoning included
 * @param reasoning the part of {@code output} that was spent on reasoning
 * @param cachedInput the part of {@code input} that was read from a cache
 */
public record TokenUsage(OptionalLong input, OptionalLong output, OptionalLong reasoning, OptionalLong cachedInput) {
    private static final TokenUsage UNKNOWN =
            new TokenUsage(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** {@return the usage of a provider that tells nothing} */
    public static TokenUsage unknown() {
        return UNKNOWN;
    }

    /**
     * {@return a usage with input and output alone}
     *
     * @param input tokens of the prompt
     * @param output tokens of the answer
     */
    public static TokenUsage of(long input, long output) {
        return new TokenUsage(
                OptionalLong.of(input), OptionalLong.of(output), OptionalLong.empty(), OptionalLong.empty());
    }
}
