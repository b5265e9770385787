package dev.slop.core.limits;

import dev.slop.core.TokenUsage;
import java.util.Optional;

/**
 * Tokens of one request or of many, as they are billed.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a number is negative.
 *
 * @param input tokens of prompts, cached ones included
 * @param cachedInput the part of {@code input} that was read from a cache
 * @param output tokens of answers, reasoning included
 */
public record TokenCount(long input, long cachedInput, long output) {
    private static final TokenCount NONE = new TokenCount(0, 0, 0);

    public TokenCount {
        if (input < 0 || cachedInput < 0 || output < 0) {
            throw new IllegalArgumentException(
                    "tokens must not be negative: " + input + ", " + cachedInput + ", " + output);
        }
    }

    /** {@return no tokens} */
    public static TokenCount none() {
        return NONE;
    }

    /**
     * {@return what a provider told of one answer; empty unless it told both input and output}
     *
     * @param usage as told
     */
    public static Optional<TokenCount> of(TokenUsage usage) {
        return usage.input().isPresent() && usage.output().isPresent()
                ? Optional.of(new TokenCount(
                        usage.input().getAsLong(),
                        usage.cachedInput().orElse(0),
                        usage.output().getAsLong()))
                : Optional.empty();
    }

    /** {@return input and output together} */
    public long total() {
        return input + output;
    }

    /**
     * {@return the sum of both}
     *
     * @param other what is added
     */
    public TokenCount plus(TokenCount other) {
        return new TokenCount(input + other.input, cachedInput + other.cachedInput, output + other.output);
    }

    /**
     * {@return this many times}
     *
     * @param factor not negative
     */
    public TokenCount times(long factor) {
        return new TokenCount(input * factor, cachedInput * factor, output * factor);
    }
}
