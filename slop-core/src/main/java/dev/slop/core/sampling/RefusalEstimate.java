package dev.slop.core.sampling;

import dev.slop.core.limits.TokenCount;

/**
 * Reckons the rate that a server permits from when it refuses. A server that counts requests refuses when its bucket is
 * empty, so what it let through between two refusals is what ran into the bucket: an estimate that is nearly exact. Where
 * refusals go on below the rate so found, they may have another cause, which a {@link SpeedTrial} brings out.
 */
final class RefusalEstimate {
    private static final double SECOND_NANOS = 1e9;
    private static final double SHARE = 0.99;
    private static final double LOWERED = 0.9;
    private static final double LOWERED_MOST = 0.5;
    private static final int SURPRISES = 3;
    /* Of what is sent at a rate below the permitted, chance refuses less. */
    private static final double MUCH = 0.4;
    private static final double FAR = 0.7;
    private static final double GROWTH = 1.25;
    private static final double FAST_GROWTH = 2;
    private static final double STEADY = 1.6;
    private static final int LITTLE_EVIDENCE = 8;
    private static final int MOST_SURPRISES = 6;
    private static final int ROUGH = 64;

    /* The permit that was refused first in the last pause; how many were since. */
    private Permit mark;
    private long refused;
    private boolean bucketWasEmpty;
    private double found = Double.POSITIVE_INFINITY;
    private double best;
    private boolean hasFallenFar;
    private int surprises;
    private int surprisesNeeded = SURPRISES;
    private long evidence;
    private double guess;
    /* What was sent at full speed before the first pause: from when, up to which permit, how much is known to have passed. */
    private long burstAt;
    private long firstRefused;
    private long burstEnd;
    private long burstPassed;
    private long alsoPassed;

    RefusalEstimate(long now) {
        this.mark = new Permit(0, now, TokenCount.none());
    }

    /** {@return the rate to go on with} of a lane that begins a pause, and has given so many permits */
    double lowered(Permit permit, double rate, long given) {
        double nanos = permit.at() - mark.at();
        boolean known = bucketWasEmpty && nanos >= SECOND_NANOS;
        double passed = passed(permit, rate == Double.POSITIVE_INFINITY ? nanos + SECOND_NANOS : nanos);
        evidence = permit.number() - mark.number();
        if (rate == Double.POSITIVE_INFINITY) {
            burstAt = mark.at();
            firstRefused = permit.number();
            burstEnd = given;
            burstPassed = permit.number() - mark.number() - refused;
            begin(permit);
            return guessed(passed);
        }
        boolean gotThrough = evidence > refused;
        boolean muchRefused = refused >= evidence * MUCH;
        begin(permit);
        if (!isProvisional() || !muchRefused) {
            compare(rate, gotThrough);
        }
        return known ? settled(passed, rate) : rate * LOWERED;
    }

    /**
     * {@return the rate to go on with} of a lane that had an answer. Where most of what was sent along with the first refused
     * request passed all the same, it raises the first guess: where a bucket was empty, next to nothing did.
     */
    double raised(Permit permit, double rate) {
        if (!isProvisional() || permit.number() <= firstRefused || permit.number() >= burstEnd) {
            return rate;
        }
        burstPassed++;
        if (2 * ++alsoPassed > burstEnd - firstRefused) {
            guess = Math.max(guess, passed(burstPassed, permit.at() - burstAt + SECOND_NANOS));
        }
        return Math.max(rate, guess);
    }

    /** A server that lets nothing through at all does not refuse by chance. */
    private void compare(double rate, boolean gotThrough) {
        double known = isProvisional() ? guess : found;
        surprises = gotThrough && rate <= known * SHARE ? surprises + 1 : 0;
        best = Math.max(best, isProvisional() ? 0 : found);
        hasFallenFar = gotThrough && rate < best * FAR;
    }

    /** A minute. Without an earlier refusal, a bucket of one second's worth is taken to have been full. */
    private double passed(Permit permit, double nanos) {
        return passed(permit.number() - mark.number() - refused, nanos);
    }

    private static double passed(long requests, double nanos) {
        return RateControl.perMinute((double) Math.max(1, requests), nanos);
    }

    private double settled(double passed, double rate) {
        if (isProvisional() && rate > guess * STEADY) {
            // The bucket may have been full in between, so that more could have passed: another guess.
            return guessed(Math.max(rate * LOWERED_MOST, Math.min(rate, passed)));
        }
        found = Math.max(rate * LOWERED_MOST, Math.min(rate, passed));
        return found * SHARE;
    }

    private double guessed(double rate) {
        guess = rate;
        return rate;
    }

    /** {@return the rate to go on with} after a trial made out a limit; the next one needs more to be called for. */
    double limited(Permit permit, double passed) {
        begin(permit);
        found = passed;
        best = passed;
        surprises = 0;
        surprisesNeeded = Math.min(MOST_SURPRISES, 2 * surprisesNeeded);
        return found * SHARE;
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

    /** How long to leave a rate before trying one a little higher: a rate made out from few requests may be well too low. */
    int secondsToRecover() {
        return evidence < ROUGH ? 3 : 10;
    }

    /** Whether refusals went on at rates below one that the server had let through: time and again, or far below. */
    boolean isAtOdds() {
        return surprises >= surprisesNeeded || hasFallenFar;
    }
}
