package dev.slop.core.provider;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault that may pass: status 5xx, 408, 409, a broken connection, a deadline, a reply that is not the dialect's. */
public final class TransientProviderException extends ProviderException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /**
     * Creates it without a hint when to come back.
     *
     * @param message one line
     * @param cause what was thrown, if anything
     */
    public TransientProviderException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = null;
    }

    /**
     * Creates it with the provider's hint.
     *
     * @param message one line
     * @param retryAfter the wait that the provider asked for, where it did
     */
    public TransientProviderException(String message, Optional<Duration> retryAfter) {
        super(message, null);
        this.retryAfter = retryAfter.orElse(null);
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
}
