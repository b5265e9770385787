package dev.slop.core.sampling;

import dev.slop.core.limits.Pacer;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.RateLimitHeaders;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Sets the pace of a lane's requests. The ceiling is what the user stated, else a little less than what the provider's
 * headers tell, else there is none. Refusals lower the rate below it; while none come, it slowly recovers.
 */
final class RateControl {
    /* One second's worth: of the bursts tried it came closest to what buckets of 10 and windows of 60 permit. */
    private static final Duration BURST = Duration.ofSeconds(1);
    private static final double SECOND_NANOS = 1e9;
    private static final double MINUTE_NANOS = 60e9;
    private static final double HEADER_SHARE = 0.99;
    private static final double LOWEST_SHARE = 0.5;
    private static final double RECOVERED = 1.01;

    private final boolean stated;
    private final Pacer pacer;
    private final RefusalEstimate estimate;
    private double ceiling;
    private long given;
    private long changedAt;

    RateControl(OptionalDouble statedPerMinute, long now) {
        this.stated = statedPerMinute.isPresent();
        this.ceiling = statedPerMinute.orElse(Double.POSITIVE_INFINITY);
        this.pacer = Pacer.perMinute(ceiling, BURST, now);
        this.estimate = new RefusalEstimate(now);
        this.changedAt = now;
    }

    long delay(long now) {
        return pacer.delay(1, now);
    }

    Permit take(TokenCount tokens, long now) {
        pacer.take(1, now);
        return new Permit(given++, now, tokens);
    }

    double perMinute() {
        return pacer.perMinute();
    }

    void answered(RateLimitHeaders headers, long now) {
        learn(headers, now);
        double seconds = (now - changedAt) / SECOND_NANOS;
        if (perMinute() < ceiling && seconds >= 1 && isProbing()) {
            setRate(perMinute() * estimate.growth(), now);
        } else if (perMinute() < ceiling && seconds >= 10) {
            setRate(perMinute() * RECOVERED, now);
        }
    }

    private boolean isProbing() {
        return estimate.isOnTrial() || (ceiling == Double.POSITIVE_INFINITY && estimate.isProvisional());
    }

    /** A request was refused and the lane pauses, anew if the request was sent after the last pause. */
    void refused(Permit permit, boolean newPause, RateLimitHeaders headers, long until, long now) {
        learn(headers, now);
        if (newPause) {
            setRate(Math.max(lowest(), estimate.lowered(permit, perMinute())), now);
        }
        estimate.count();
        pacer.pauseUntil(until);
    }

    /** Where a ceiling is known, others may use a part of it, or refusals have another cause: it is not left far below. */
    private double lowest() {
        return ceiling == Double.POSITIVE_INFINITY ? Double.MIN_NORMAL : ceiling * LOWEST_SHARE;
    }

    private void learn(RateLimitHeaders headers, long now) {
        if (!stated && headers.requestsPerMinute().isPresent()) {
            double told = headers.requestsPerMinute().getAsDouble() * HEADER_SHARE;
            if (told > 0 && told != ceiling) {
                boolean atCeiling = perMinute() >= ceiling;
                ceiling = told;
                setRate(atCeiling ? told : perMinute(), now);
            }
        }
        headers.remainingRequests().ifPresent(left -> pacer.lowerTo((double) Math.max(0, left), now));
    }

    private void setRate(double perMinute, long now) {
        pacer.setPerMinute(Math.min(ceiling, perMinute), now);
        changedAt = now;
    }

    /** {@return requests a minute, of requests in a time} */
    static double perMinute(double requests, double nanos) {
        return requests * MINUTE_NANOS / nanos;
    }
}
