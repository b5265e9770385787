package dev.slop.core.sampling;

import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.ProviderException;

/** Words for what went wrong. */
final class Faults {
    private static final int LONGEST = 500;

    private Faults() {}

    /** One line, without control characters. */
    static String describe(Throwable error) {
        String message = String.valueOf(error.getMessage());
        String text = error instanceof ProviderException
                ? message
                : error.getClass().getSimpleName() + (error.getMessage() == null ? "" : ": " + message);
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** Why a lane stops of a fault that stops it. */
    static StoppedLane.Reason reason(ProviderException fault) {
        if (fault.quotaExhausted()) {
            return StoppedLane.Reason.QUOTA_EXHAUSTED;
        }
        return fault instanceof AuthenticationException
                ? StoppedLane.Reason.NOT_AUTHENTICATED
                : StoppedLane.Reason.REQUEST_REJECTED;
    }
}
