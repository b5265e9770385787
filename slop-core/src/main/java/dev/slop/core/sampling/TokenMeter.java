package dev.slop.core.sampling;

import dev.slop.core.limits.Pacer;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.RateLimitHeaders;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** One limit of tokens a minute: which tokens it counts, and how many there may be. */
final class TokenMeter {
    /* Ten seconds' worth: short intervals are enforced, too, but less than one long answer would stop the line. */
    private static final Duration BURST = Duration.ofSeconds(10);
    private static final double HEADER_SHARE = 0.99;

    private final boolean stated;
    private final Pacer pacer;
    private final ToLongFunction<TokenCount> counted;
    private final Function<RateLimitHeaders, OptionalDouble> told;

    TokenMeter(
            OptionalDouble statedPerMinute,
            ToLongFunction<TokenCount> counted,
            Function<RateLimitHeaders, OptionalDouble> told,
            long now) {
        this.stated = statedPerMinute.isPresent();
        this.pacer = Pacer.perMinute(statedPerMinute.orElse(Double.POSITIVE_INFINITY), BURST, now);
        this.counted = counted;
        this.told = told;
    }

    long delay(TokenCount tokens, long now) {
        return pacer.delay((double) counted.applyAsLong(tokens), now);
    }

    void take(TokenCount tokens, long now) {
        pacer.take((double) counted.applyAsLong(tokens), now);
    }

    /** Gives back what was taken and not needed; takes what was needed and not taken. */
    void settle(TokenCount taken, TokenCount needed) {
        pacer.refund((double) (counted.applyAsLong(taken) - counted.applyAsLong(needed)));
    }

    void learn(RateLimitHeaders headers, long now) {
        if (!stated) {
            told.apply(headers).ifPresent(limit -> pacer.setPerMinute(Math.max(1, limit * HEADER_SHARE), now));
        }
    }
}
