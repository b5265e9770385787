package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.TokenCount;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What asking one model is likely to take, if no attempt fails.
 *
 * @param model which
 * @param requests how many
 * @param low tokens if answers are short
 * @param expected tokens if answers are as long as those before, or as their form suggests
 * @param high tokens if every answer is as long as permitted; empty where no limit is sent
 * @param time how long the limits make it take at least; empty where none is known
 * @param price what a token costs, where it is known
 */
public record ModelEstimate(
        ModelId model,
        int requests,
        TokenCount low,
        TokenCount expected,
        Optional<TokenCount> high,
        Optional<Duration> time,
        Optional<Price> price) {

    /** {@return US dollars if answers are short; empty where the price is not known} */
    public Optional<BigDecimal> usdLow() {
        return price.map(p -> p.usd(low));
    }

    /** {@return US dollars as expected; empty where the price is not known} */
    public Optional<BigDecimal> usdExpected() {
        return price.map(p -> p.usd(expected));
    }

    /** {@return US dollars at most; empty where the price or a limit of the answers is not known} */
    public Optional<BigDecimal> usdHigh() {
        return price.flatMap(p -> p.isFree() ? Optional.of(BigDecimal.ZERO) : high.map(p::usd));
    }
}
