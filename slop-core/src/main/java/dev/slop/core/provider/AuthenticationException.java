package dev.slop.core.provider;

/** The key is wrong, or not permitted to use the model: status 401 or 403. The lane stops. */
public final class AuthenticationException extends ProviderException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param message one line, naming the variable and never the key
     */
    public AuthenticationException(String message) {
        super(message, null);
    }

    @Override
    public boolean retryable() {
        return false;
    }

    @Override
    public boolean stopsLane() {
        return true;
    }
}
