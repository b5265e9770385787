package dev.slop.metrics.diversity;

/** Thrown where a measure does not exist for the given counts. Carries no stack trace: it is an answer, not a fault. */
final class UndefinedMeasureException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String reason;

    UndefinedMeasureException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
