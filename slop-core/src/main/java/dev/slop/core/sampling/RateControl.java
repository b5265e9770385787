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
    private final SpeedTrial trial = new SpeedTrial();
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

    void answered(Permit permit, RateLimitHeaders headers, long now) {
        learn(headers, now);
        if (trial.isRunning()) {
            judge(permit, now);
        } else {
            raise(permit, now);
            recover(now);
        }
    }

    private void raise(Permit permit, long now) {
        double raised = ceiling == Double.POSITIVE_INFINITY ? estimate.raised(permit, perMinute()) : perMinute();
        if (raised > perMinute()) {
            setRate(raised, now);
        }
    }

    private void recover(long now) {
        double seconds = (now - changedAt) / SECOND_NANOS;
        if (perMinute() < ceiling && seconds >= 1 && isProbing()) {
            setRate(perMinute() * estimate.growth(), now);
        } else if (perMinute() < ceiling && seconds >= estimate.secondsToRecover()) {
            setRate(perMinute() * RECOVERED, now);
        }
    }

    private boolean isProbing() {
        return ceiling == Double.POSITIVE_INFINITY && estimate.isProvisional();
    }

    /** A request was refused and the lane pauses, anew if the request was sent after the last pause. */
    void refused(Permit permit, boolean newPause, RateLimitHeaders headers, long until, long now) {
        learn(headers, now);
        if (trial.isRunning()) {
            trial.refused(permit);
            judge(permit, now);
        } else if (newPause) {
            lower(permit, now);
        }
        estimate.count();
        pacer.pauseUntil(until);
    }

    private void lower(Permit permit, long now) {
        double lowered = Math.max(lowest(), estimate.lowered(permit, perMinute(), given));
        if (estimate.isAtOdds()) {
            trial.begin(given, now);
            lowered = perMinute() * SpeedTrial.FASTER;
        }
        setRate(lowered, now);
    }

    private void judge(Permit permit, long now) {
        switch (trial.judge(permit, perMinute())) {
            case OPEN -> {}
            case FASTER -> goOn(perMinute() * SpeedTrial.FASTER, now);
            case CHANCE -> goOn(ceiling, now);
            case LIMIT -> setRate(Math.max(lowest(), estimate.limited(permit, trial.passedPerMinute())), now);
        }
    }

    private void goOn(double rate, long now) {
        setRate(rate, now);
        trial.begin(given, now);
    }

    /** Whether refusals are known to come at random, so that a pause that nobody asked for is of no use. */
    boolean isRefusedByChance() {
        return trial.isRunning();
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
