package dev.slop.core.sampling;

import dev.slop.core.limits.TokenCount;

/**
 * Reckons the rate that a server permits from when it refuses. A server that counts requests refuses when its bucket is
 * empty, so what it let through between two refusals is what ran into the bucket: an estimate that is nearly exact. Where
 * refusals go on below the rate so found, going faster is put to the trial: if more gets through, refusals have another
 * cause, and lowering the rate would be of no use.
 */
final class RefusalEstimate {
    private static final double SECOND_NANOS = 1e9;
    private static final double SHARE = 0.99;
    private static final double LOWERED = 0.9;
    private static final double LOWERED_MOST = 0.5;
    private static final int SURPRISES = 3;
    private static final double GROWTH = 1.25;
    private static final double FAST_GROWTH = 2;
    private static final double STEADY = 1.6;
    private static final int LITTLE_EVIDENCE = 8;
    private static final double TRIAL_GROWTH = 2;
    private static final double TRIAL_GAIN = 1.2;

    /* The permit that was refused first in the last pause, or in the last before the trial; how many were since. */
    private Permit mark;
    private long refused;
    private boolean bucketWasEmpty;
    private double found = Double.POSITIVE_INFINITY;
    private int surprises;
    private double trialFrom;
    private long evidence;
    private double guess;

    RefusalEstimate(long now) {
        this.mark = new Permit(0, now, TokenCount.none());
    }

    /** {@return the rate to go on with} of a lane that begins a pause */
    double lowered(Permit permit, double rate) {
        if (isOnTrial()) {
            return rate < trialFrom * TRIAL_GROWTH ? rate : judged(permit, rate);
        }
        double nanos = permit.at() - mark.at();
        boolean known = bucketWasEmpty && nanos >= SECOND_NANOS;
        double passed = passed(permit, rate == Double.POSITIVE_INFINITY ? nanos + SECOND_NANOS : nanos);
        evidence = permit.number() - mark.number();
        begin(permit);
        if (rate == Double.POSITIVE_INFINITY) {
            return guessed(passed);
        }
        return known ? settled(passed, rate) : rate * LOWERED;
    }

    /** A minute. Without an earlier refusal, a bucket of one second's worth is taken to have been full. */
    private double passed(Permit permit, double nanos) {
        return RateControl.perMinute((double) Math.max(1, permit.number() - mark.number() - refused), nanos);
    }

    private double settled(double passed, double rate) {
        if (isProvisional() && rate > guess * STEADY) {
            // The bucket may have been full in between, so that more could have passed: another guess.
            return guessed(Math.max(rate * LOWERED_MOST, Math.min(rate, passed)));
        }
        surprises = rate <= found * SHARE ? surprises + 1 : 0;
        found = Math.max(rate * LOWERED_MOST, Math.min(rate, passed));
        trialFrom = surprises >= SURPRISES ? rate : 0;
        return isOnTrial() ? rate : found * SHARE;
    }

    private double guessed(double rate) {
        guess = rate;
        return rate;
    }

    private double judged(Permit permit, double rate) {
        double passed = passed(permit, (double) (permit.at() - mark.at()));
        boolean helps = passed >= found * TRIAL_GAIN;
        found = passed;
        surprises = 0;
        trialFrom = helps ? rate : 0;
        begin(permit);
        return helps ? rate : found * SHARE;
    }

    private void begin(Permit permit) {
        mark = permit;
        refused = 0;
        bucketWasEmpty = true;
    }

    void count() {
        refused++;
    }

    /** Whether the rate in use is a first guess, to be put to the test. */
    boolean isProvisional() {
        return bucketWasEmpty && found == Double.POSITIVE_INFINITY;
    }

    /** By how much to raise, each second without a refusal, a rate that is put to the test. */
    double growth() {
        return isProvisional() && evidence < LITTLE_EVIDENCE ? FAST_GROWTH : GROWTH;
    }

    boolean isOnTrial() {
        return trialFrom > 0;
    }
}
