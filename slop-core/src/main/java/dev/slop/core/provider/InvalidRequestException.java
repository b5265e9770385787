package dev.slop.core.provider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider will never accept this request: status 400, 404, 413 or 422. Where a parameter or the model itself is
 * at fault every request of the lane would fail alike, so the lane stops.
 */
public final class InvalidRequestException extends ProviderException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String parameter;
    private final boolean stopsLane;

    /**
     * Creates it.
     *
     * @param message one line
     * @param parameter the parameter at fault, where the provider names it
     * @param stopsLane whether every request of this model would fail alike
     */
    public InvalidRequestException(String message, Optional<String> parameter, boolean stopsLane) {
        super(message, null);
        this.parameter = parameter.orElse(null);
        this.stopsLane = stopsLane;
    }

    @Override
    public boolean retryable() {
        return false;
    }

    @Override
    public boolean stopsLane() {
        return stopsLane;
    }

    /** {@return the parameter at fault, where the provider names it} */
    public Optional<String> parameter() {
        return Optional.ofNullable(parameter);
    }
}
