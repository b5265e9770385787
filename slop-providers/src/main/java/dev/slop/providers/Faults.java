package dev.slop.providers;

import dev.slop.core.SampleKey;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.RateLimitHeaders;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** Faults of a simulated provider, drawn per attempt, so that one that is tried again may pass. */
final class Faults {
    private final double rateLimited;
    private final double failing;
    private final Optional<Duration> retryAfter;
    private final Map<SampleKey, Integer> attempts = new ConcurrentHashMap<>();

    Faults(double rateLimited, double failing, Optional<Duration> retryAfter) {
        this.rateLimited = rateLimited;
        this.failing = failing;
        this.retryAfter = retryAfter;
    }

    /** The fault of the next attempt at a sample, if it has one. */
    Optional<ProviderException> next(SampleKey key, long sampleSeed) {
        if (rateLimited + failing == 0) {
            return Optional.empty();
        }
        int attempt = attempts.merge(key, 1, Integer::sum);
        double u = new SplittableRandom(sampleSeed + attempt).nextDouble();
        if (u < rateLimited) {
            return Optional.of(new RateLimitedException("simulated rate limit", retryAfter, RateLimitHeaders.none()));
        }
        if (u < rateLimited + failing) {
            return Optional.of(new TransientProviderException("simulated fault", Optional.empty()));
        }
        attempts.remove(key);
        return Optional.empty();
    }
}
