package dev.slop.core.limits;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What may be spent at most; what is not set is not limited. What a journal tells was spent before counts too.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a set budget is negative.
 *
 * @param requests attempts sent, retries included
 * @param tokens input and output tokens billed
 * @param usd US dollars
 */
public record Budget(OptionalLong requests, OptionalLong tokens, Optional<BigDecimal> usd) {
    private static final Budget UNLIMITED = new Budget(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

    public Budget {
        requests.ifPresent(v -> notNegative(BigDecimal.valueOf(v), "requests"));
        tokens.ifPresent(v -> notNegative(BigDecimal.valueOf(v), "tokens"));
        usd.ifPresent(v -> notNegative(v, "usd"));
    }

    private static void notNegative(BigDecimal value, String name) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("budget " + name + " must not be negative: " + value);
        }
    }

    /** {@return whether what a request costs matters, beyond that it was sent} */
    public boolean limitsCost() {
        return tokens.isPresent() || usd.isPresent();
    }

    /** {@return a budget without limits} */
    public static Budget unlimited() {
        return UNLIMITED;
    }
}
