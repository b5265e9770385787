package dev.slop.core.sampling;

import dev.slop.core.limits.Pacer;
import dev.slop.core.limits.RateLimits;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What a request to one model has to pass: the pacer, the cap of requests under way, the circuit breaker. It outlives a
 * run, since the provider's limits do.
 */
final class Gate {
    /** Never by time: a request under way has to end first. */
    static final long AFTER_REPLY = Breaker.AFTER_REPLY;

    private static final int DEFAULT_IN_FLIGHT = 32;
    /* One second's worth: of the bursts tried it came closest to what buckets of 10 and windows of 60 permit. */
    private static final Duration BURST = Duration.ofSeconds(1);

    private final Pacer pacer;
    private final Bulkhead inFlight;
    private final Breaker breaker;

    Gate(String name, RateLimits limits, LongSupplier nanoTime) {
        this.pacer = Pacer.perMinute(
                limits.requestsPerMinute().orElse(Double.POSITIVE_INFINITY), BURST, nanoTime.getAsLong());
        this.inFlight = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.inFlight().orElse(DEFAULT_IN_FLIGHT))
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.breaker = new Breaker(name, nanoTime);
    }

    /**
     * Lets a request in if all agree.
     *
     * @return 0 if it is in, else the nanoseconds until it is worth another try, or {@link #AFTER_REPLY}
     */
    long tryEnter(long now) {
        long delay = pacer.delay(1, now);
        if (delay > 0) {
            return delay;
        }
        if (!inFlight.tryAcquirePermission()) {
            return AFTER_REPLY;
        }
        // Last, because Resilience4j counts the permissions it gives while half open.
        if (!breaker.tryAcquire()) {
            inFlight.releasePermission();
            return breaker.delay(now);
        }
        pacer.take(1, now);
        return 0;
    }

    /** A request that was let in was answered; it is still inside. */
    void answered(Reply.Answer answer) {
        breaker.answered(answer.latencyNanos());
    }

    /** A request that was let in failed; it is still inside. */
    void faulted(Reply.Fault fault) {
        breaker.faulted(fault.latencyNanos(), fault.cause());
    }

    /** A request that was let in was not sent, or its end is not known; it is still inside. */
    void withdrawn() {
        breaker.release();
    }

    /** Follows each {@link #answered}, {@link #faulted} and {@link #withdrawn}, once the log has the outcome. */
    void leave() {
        inFlight.onComplete();
    }

    void pauseUntil(long time) {
        pacer.pauseUntil(time);
    }

    /** Whether the server seems to be down, so that few requests or none are let in. */
    boolean isHeld() {
        return !breaker.isClosed();
    }

    /** How often in a row the server was found to be down, since it last was up. */
    int holds() {
        return breaker.openings();
    }

    /** How long nothing at all is let in. */
    Duration heldFor(long now) {
        return Duration.ofNanos(Math.max(0, breaker.openUntil() - now));
    }
}
