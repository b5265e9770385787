package dev.slop.core.sampling;

import java.math.BigDecimal;

/** What a request takes of a budget: tokens and US dollars. */
record Cost(long tokens, BigDecimal usd) {
    static final Cost NONE = new Cost(0, BigDecimal.ZERO);

    Cost plus(Cost other) {
        return new Cost(tokens + other.tokens, usd.add(other.usd));
    }

    Cost minus(Cost other) {
        return new Cost(tokens - other.tokens, usd.subtract(other.usd));
    }

    boolean isWithin(Cost limit) {
        return tokens <= limit.tokens && usd.compareTo(limit.usd) <= 0;
    }
}
