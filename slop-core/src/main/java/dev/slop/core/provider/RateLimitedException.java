package dev.slop.core.provider;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Too many requests or tokens a minute: the lane pauses and the request goes back to its head. */
public final class RateLimitedException extends ProviderException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;
    private final transient RateLimitHeaders rateLimits;

    /**
     * Creates it.
     *
     * @param message one line
     * @param retryAfter the wait that the provider asked for, where it did
     * @param rateLimits what the headers say of the limits
     */
    public RateLimitedException(String message, Optional<Duration> retryAfter, RateLimitHeaders rateLimits) {
        super(message, null);
        this.retryAfter = retryAfter.orElse(null);
        this.rateLimits = rateLimits;
    }

    @Override
    public boolean retryable() {
        return true;
    }

    @Override
    public boolean stopsLane() {
        return false;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** {@return what the headers say of the limits} */
    public RateLimitHeaders rateLimits() {
        return rateLimits;
    }
}
