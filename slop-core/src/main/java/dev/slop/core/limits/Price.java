package dev.slop.core.limits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a model's tokens cost: US dollars per million.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a price is negative, or {@code cached} exceeds
 * {@code input}.
 *
 * @param input of tokens of the prompt
 * @param output of tokens of the answer, reasoning included
 * @param cached of tokens of the prompt that were read from a cache; as {@code input} where it is not stated
 * @param inputUpTo the longest prompt for which the price holds, in tokens, where a longer one costs more
 * @param date when the price was so, where stated
 * @param source who says so
 */
public record Price(
        BigDecimal input,
        BigDecimal output,
        Optional<BigDecimal> cached,
        OptionalLong inputUpTo,
        Optional<LocalDate> date,
        String source) {
    private static final int MILLION_DIGITS = 6;

    public Price {
        if (input.signum() < 0 || output.signum() < 0 || cached.orElse(input).signum() < 0) {
            throw new IllegalArgumentException("a price must not be negative: " + input + ", " + output);
        }
        if (cached.orElse(input).compareTo(input) > 0) {
            throw new IllegalArgumentException("cached input costs more than other input: " + cached.orElse(input));
        }
    }

    /**
     * {@return the price of what costs nothing}
     *
     * @param source why it does not
     */
    public static Price free(String source) {
        return new Price(
                BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), OptionalLong.empty(), Optional.empty(), source);
    }

    /** {@return whether nothing is billed, whatever is asked} */
    public boolean isFree() {
        return input.signum() == 0 && output.signum() == 0;
    }

    /**
     * {@return whether the price is that of a prompt of this length}
     *
     * @param inputTokens the prompt's length
     */
    public boolean holdsFor(long inputTokens) {
        return inputTokens <= inputUpTo.orElse(Long.MAX_VALUE);
    }

    /**
     * Gives the cost, exactly: (input − cached) · price of input + cached · price of cached input + output · price of
     * output.
     *
     * @param tokens what is billed
     * @return US dollars
     */
    public BigDecimal usd(TokenCount tokens) {
        long read = Math.min(tokens.cachedInput(), tokens.input());
        return BigDecimal.valueOf(tokens.input() - read)
                .multiply(input)
                .add(BigDecimal.valueOf(read).multiply(cached.orElse(input)))
                .add(BigDecimal.valueOf(tokens.output()).multiply(output))
                .movePointLeft(MILLION_DIGITS);
    }
}
