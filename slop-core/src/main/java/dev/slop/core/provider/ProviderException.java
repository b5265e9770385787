package dev.slop.core.provider;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault of a provider, sorted by what the engine must do about it. Messages are one line and hold no key. */
public abstract sealed class ProviderException extends RuntimeException
        permits RateLimitedException,
                TransientProviderException,
                QuotaExhaustedException,
                AuthenticationException,
                InvalidRequestException {
    private static final long serialVersionUID = 1L;

    ProviderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** {@return whether the same request may succeed later} */
    public abstract boolean retryable();

    /** {@return whether no further request of this model can succeed, so that its lane must stop} */
    public abstract boolean stopsLane();

    /** {@return whether a quota that waiting a minute does not refill is used up} */
    public boolean quotaExhausted() {
        return false;
    }

    /** {@return how long the provider told us to wait, where it did} */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
