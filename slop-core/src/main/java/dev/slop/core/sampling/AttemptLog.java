package dev.slop.core.sampling;

import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes attempts down. Each method returns when its record will survive the end of the process, and throws an
 * unchecked exception if it cannot be kept. The sampler calls from one thread of its own, in the order in which things
 * happen to a draw, and does not close the log.
 */
public interface AttemptLog extends AutoCloseable {
    /**
     * Records that a request is about to be sent; it is sent only after this returns.
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

    @Override
    void close();

    /** {@return a log that keeps nothing} */
    static AttemptLog none() {
        return NoAttemptLog.INSTANCE;
    }
}
