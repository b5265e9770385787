package dev.slop.core.sampling;

import dev.slop.core.provider.TransientProviderException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Holds a lane whose server is down, and tries it with few requests after 1, 2, 4 … 30 s. It looks at the last 20
 * requests that were answered or met a fault that may pass, or at as many as may be under way where those are more: of
 * many that are sent at once the quick to end are mostly faults. Refused as too many, or rejected, is neither.
 */
final class Breaker {
    /** Never by time: a request under way has to end first. */
    static final long AFTER_REPLY = Long.MAX_VALUE;

    private static final int SMALLEST_WINDOW = 20;
    private static final int PROBES = 3;
    /* High, since retries cope with less: at 50 % a server that fails every third request would open it all the time. */
    private static final float THRESHOLD_PERCENT = 80;
    private static final IntervalFunction OPEN_FOR =
            IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(30));

    private final LongSupplier nanoTime;
    private final CircuitBreaker breaker;
    private long openUntil;
    private int openings;

    /** Of a lane that may have so many requests under way. */
    Breaker(String name, int inFlight, LongSupplier nanoTime) {
        int window = Math.max(SMALLEST_WINDOW, inFlight);
        this.nanoTime = nanoTime;
        this.openUntil = nanoTime.getAsLong();
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(window)
                        .minimumNumberOfCalls(window)
                        .failureRateThreshold(THRESHOLD_PERCENT)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .waitIntervalFunctionInOpenState(this::opened)
                        // A model that thinks for minutes is slow, not down.
                        .slowCallDurationThreshold(Duration.ofDays(1))
                        .ignoreException(error -> !(error instanceof TransientProviderException))
                        .clock(new MonotonicClock(nanoTime))
                        .build());
    }

    /** Resilience4j asks it once each time that it opens, and has no other way to say until when. */
    private long opened(int times) {
        openings = times;
        long millis = OPEN_FOR.apply(times);
        // It half-opens strictly after its time, which it reckons in milliseconds.
        openUntil = nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(millis + 1);
        return millis;
    }

    boolean tryAcquire() {
        return breaker.tryAcquirePermission();
    }

    /** Nanoseconds until a refused request is worth another try, or {@link #AFTER_REPLY}. */
    long delay(long now) {
        return breaker.getState() == CircuitBreaker.State.OPEN ? Math.max(1, openUntil - now) : AFTER_REPLY;
    }

    boolean isClosed() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    /** How often it opened since it was last closed. */
    int openings() {
        return isClosed() ? 0 : openings;
    }

    long openUntil() {
        return openUntil;
    }

    void answered(long latencyNanos) {
        breaker.onSuccess(latencyNanos, TimeUnit.NANOSECONDS);
    }

    void faulted(long latencyNanos, Throwable error) {
        breaker.onError(latencyNanos, TimeUnit.NANOSECONDS, error);
    }

    /** The request was not sent, or its end is not known. */
    void release() {
        breaker.releasePermission();
    }

    /** Shows the time that does not jump. */
    private static final class MonotonicClock extends Clock {
        private final LongSupplier nanoTime;
        private final long origin;

        MonotonicClock(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
            this.origin = nanoTime.getAsLong();
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(nanoTime.getAsLong() - origin);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
