package dev.slop.core.provider;

/** The account's credit, or a quota a day, is used up: the lane stops and the others finish. */
public final class QuotaExhaustedException extends ProviderException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param message one line
     */
    public QuotaExhaustedException(String message) {
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

    @Override
    public boolean quotaExhausted() {
        return true;
    }
}
