package dev.slop.core.sampling;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Caps a lane's requests under way. A stated cap is used in full from the start. Otherwise it starts low, unless the rate is
 * stated, and grows with the answers, so that a server whose limits are not known yet is not run into, up to what keeps the line full by
 * Little's law: rate · latency, and a third more. It never shrinks.
 */
final class InFlight {
    private static final int START = 4;
    private static final int USUAL = 32;
    private static final int MOST = 1024;
    private static final double GROWTH_PER_ANSWER = 0.5;
    private static final double HEADROOM = 1.3;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double LATENCY_WEIGHT = 0.05;

    private final boolean stated;
    private final Bulkhead bulkhead;
    private double cap;
    private double latencyNanos;

    InFlight(String name, OptionalInt statedCap, boolean isRateStated) {
        this.stated = statedCap.isPresent();
        this.cap = statedCap.orElse(isRateStated ? USUAL : START);
        this.bulkhead = Bulkhead.of(name, config((int) cap));
    }

    private static BulkheadConfig config(int cap) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(cap)
                .maxWaitDuration(Duration.ZERO)
                .build();
    }

    boolean tryEnter() {
        return bulkhead.tryAcquirePermission();
    }

    /** Undoes {@link #tryEnter}. */
    void withdraw() {
        bulkhead.releasePermission();
    }

    void leave() {
        bulkhead.onComplete();
    }

    void answered(long latency, double ratePerMinute) {
        if (stated) {
            return;
        }
        latencyNanos += (latencyNanos == 0 ? 1 : LATENCY_WEIGHT) * (latency - latencyNanos);
        int before = (int) cap;
        cap = Math.max(cap, Math.min(cap + GROWTH_PER_ANSWER, wanted(ratePerMinute)));
        if ((int) cap > before) {
            bulkhead.changeConfig(config((int) cap));
        }
    }

    private double wanted(double ratePerMinute) {
        if (ratePerMinute == Double.POSITIVE_INFINITY) {
            return USUAL;
        }
        return Math.min(MOST, Math.max(USUAL, Math.ceil(ratePerMinute / NANOS_PER_MINUTE * latencyNanos * HEADROOM)));
    }
}
