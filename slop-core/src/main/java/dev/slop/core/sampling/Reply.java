package dev.slop.core.sampling;

import dev.slop.core.provider.Completion;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
sealed interface Reply {
    /** When, on the monotonic clock. */
    long at();

    /** How long the exchange took. */
    long latencyNanos();

    /** The provider answered. */
    record Answer(Completion completion, long at, long latencyNanos) implements Reply {}

    /** The attempt failed. */
    record Fault(Throwable cause, long at, long latencyNanos) implements Reply {}

    /** Makes a reply of what a future was completed with. */
    static Reply of(@Nullable Completion completion, @Nullable Throwable error, long at, long latencyNanos) {
        if (error != null) {
            return new Fault(unwrapped(error), at, latencyNanos);
        }
        if (completion == null) {
            return new Fault(new IllegalStateException("the provider answered null"), at, latencyNanos);
        }
        return new Answer(completion, at, latencyNanos);
    }

    private static Throwable unwrapped(Throwable error) {
        Throwable cause = error.getCause();
        boolean wraps = error instanceof CompletionException || error instanceof ExecutionException;
        return wraps && cause != null ? unwrapped(cause) : error;
    }
}
