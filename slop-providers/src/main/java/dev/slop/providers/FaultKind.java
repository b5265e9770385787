package dev.slop.providers;

/** What must be done about a {@link Fault}. */
enum FaultKind {
    /** Ask again after a while. */
    TRANSIENT,
    /** Slow down. */
    RATE_LIMITED,
    /** Stop: waiting a minute does not help. */
    QUOTA,
    /** Stop: the key is not accepted. */
    AUTHENTICATION,
    /** This request is never accepted. */
    INVALID,
    /** No request like this one is accepted: the model or a parameter is at fault. */
    INVALID_FOR_ALL,
    /** A filter held the prompt back: an answer. */
    BLOCKED,
    /** The prompt leaves no room for an answer: an answer of its own kind. */
    TOO_LONG;

    /** The rule that holds where a dialect says nothing else. */
    static FaultKind ofStatus(int status) {
        if (status >= 500) {
            return TRANSIENT;
        }
        return switch (status) {
            case 401, 403 -> AUTHENTICATION;
            case 402 -> QUOTA;
            case 404, 405, 410 -> INVALID_FOR_ALL;
            case 408, 409, 425 -> TRANSIENT;
            case 429 -> RATE_LIMITED;
            default -> status < 400 ? INVALID_FOR_ALL : INVALID;
        };
    }

    /** The server's own word on whether to ask again, where it gives one, goes over the status. */
    FaultKind unless(boolean shouldRetry) {
        if (shouldRetry) {
            return this == INVALID || this == INVALID_FOR_ALL ? TRANSIENT : this;
        }
        return switch (this) {
            case TRANSIENT -> INVALID;
            case RATE_LIMITED -> QUOTA;
            default -> this;
        };
    }
}
