package dev.slop.core.limits;

import java.time.Duration;

/**
 * When a fault that may pass is given up. Between attempts the wait is drawn evenly from 0 to
 * min({@code maxBackoff}, {@code initialBackoff} · 2<sup>faults − 1</sup>) (full jitter), unless the provider says how
 * long to wait. While the same model answers other requests, the longest wait grows no further than to twice {@code
 * initialBackoff}: it is not overloaded, and few draws hold up the end. A request refused as one too many is no fault of its own: it is not counted, nor is time spent in a queue.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if {@code maxAttempts} is not positive, a back-off is below
 * one millisecond, the first exceeds the longest, or {@code maxElapsed} is negative.
 *
 * @param maxAttempts how often a request is tried at most, the first time included
 * @param initialBackoff longest wait after the first fault
 * @param maxBackoff longest wait after any fault
 * @param maxElapsed longest time spent on one request in attempts and the waits between them
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Brooker (2015)</a>
 */
public record RetryPolicy(int maxAttempts, Duration initialBackoff, Duration maxBackoff, Duration maxElapsed) {
    /** Times {@code initialBackoff}: the longest wait while the same model answers other requests. */
    public static final int GROWTH_WHILE_ANSWERING = 2;

    private static final RetryPolicy DEFAULTS =
            new RetryPolicy(8, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(10));

    public RetryPolicy {
        require(maxAttempts > 0, "max attempts must be positive: " + maxAttempts);
        require(initialBackoff.toMillis() > 0, "initial back-off must be at least 1 ms: " + initialBackoff);
        require(
                initialBackoff.compareTo(maxBackoff) <= 0,
                "initial back-off " + initialBackoff + " exceeds the longest, " + maxBackoff);
        require(!maxElapsed.isNegative(), "longest time must not be negative: " + maxElapsed);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** {@return 8 attempts within 10 minutes, first back-off 500 ms, longest 30 s} */
    public static RetryPolicy withDefaults() {
        return DEFAULTS;
    }

    /** {@return one attempt and no more} */
    public static RetryPolicy none() {
        return DEFAULTS.withMaxAttempts(1);
    }

    /**
     * {@return this policy with another number of attempts}
     *
     * @param value the first time included, positive
     */
    public RetryPolicy withMaxAttempts(int value) {
        return new RetryPolicy(value, initialBackoff, maxBackoff, maxElapsed);
    }

    /**
     * {@return this policy with other back-offs}
     *
     * @param initial longest wait after the first fault
     * @param longest longest wait after any fault
     */
    public RetryPolicy withBackoff(Duration initial, Duration longest) {
        return new RetryPolicy(maxAttempts, initial, longest, maxElapsed);
    }

    /**
     * {@return this policy with another bound on the time spent on one request}
     *
     * @param value not negative
     */
    public RetryPolicy withMaxElapsed(Duration value) {
        return new RetryPolicy(maxAttempts, initialBackoff, maxBackoff, value);
    }
}
