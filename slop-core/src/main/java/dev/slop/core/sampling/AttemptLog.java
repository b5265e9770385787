package dev.slop.core.sampling;

import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes attempts down. A record is kept for good once {@link #sync()} has returned after it: only then does the sampler
 * build on it, that is send the request or count the answer. It asks for that once for all records that wait at the
 * time. Methods throw an unchecked exception if a record cannot be kept. The sampler calls from one thread of its own, in
 * the order in which things happen to a draw, and does not close the log.
 */
public interface AttemptLog extends AutoCloseable {
    /**
     * Records that a request is about to be sent; it is sent only after the next {@link #sync()}.
     *
     * @param request what is asked
     * @param attempt number of the attempt, from 1
     * @param at when
     */
    void sent(CompletionRequest request, int attempt, Instant at);

    /**
     * Records that an attempt failed and that the same will be asked again.
     *
     * @param request what was asked
     * @param attempt number of the attempt that failed, from 1
     * @param at when it failed
     * @param error what went wrong, in one line
     * @param perhapsBilled whether the provider may have billed it all the same
     * @param retryAfter the wait that the provider asked for, where it did
     */
    void retried(
            CompletionRequest request,
            int attempt,
            Instant at,
            String error,
            boolean perhapsBilled,
            Optional<Duration> retryAfter);

    /**
     * Records how a draw ended.
     *
     * @param sample its outcome
     * @param raw the reply's body as received, where there is one
     */
    void finished(Sample sample, Optional<String> raw);

    /**
     * Returns when all that was recorded will survive the end of the process and of the machine. Does nothing by default,
     * for logs that keep each record for good at once.
     */
    default void sync() {}

    @Override
    void close();

    /** {@return a log that keeps nothing} */
    static AttemptLog none() {
        return NoAttemptLog.INSTANCE;
    }
}
