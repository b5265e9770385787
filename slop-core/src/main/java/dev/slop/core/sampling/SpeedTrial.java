package dev.slop.core.sampling;

/**
 * Tells refusals that come of going too fast from refusals at random, as of an overloaded server. A limit refuses nothing
 * below it and nearly all above it, whereas chance refuses the same share at any rate. So where lowering the rate did not
 * help, going four times as fast is put to the trial: of what is then sent, a limit near the old rate refuses half or
 * more, three quarters if nobody tells how long to wait. If the share stays low, the trial goes on at four times that
 * rate, until it is not the rate that holds the lane, which then keeps no rate and watches the share.
 */
final class SpeedTrial {
    static final double FASTER = 4;

    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int ROUND = 16;
    private static final int WATCH = 128;
    private static final double MUCH = 0.4;
    /* What a watched share may add to twice the usual before a limit is made out: never by chance in 10⁵ requests. */
    private static final double TOLERANCE = 0.15;

    enum Verdict {
        OPEN,
        /** Go faster still. */
        FASTER,
        /** Refusals have nothing to do with the rate. */
        CHANCE,
        /** There is a limit. */
        LIMIT
    }

    private enum Phase {
        OFF,
        TRIAL,
        WATCH
    }

    private Phase phase = Phase.OFF;
    private long first;
    private long startedAt;
    private long refused;
    private long refusedBefore;
    private long sentBefore;
    private double passedPerMinute;

    boolean isRunning() {
        return phase != Phase.OFF;
    }

    /** Begins a round with the permits from a number on. */
    void begin(long number, long now) {
        if (phase == Phase.OFF) {
            phase = Phase.TRIAL;
            refusedBefore = 0;
            sentBefore = 0;
        }
        first = number;
        startedAt = now;
        refused = 0;
    }

    void refused(Permit permit) {
        if (permit.number() >= first) {
            refused++;
        }
    }

    /** What a reply to a permit brings out, of a lane that goes at a rate. */
    Verdict judge(Permit permit, double perMinute) {
        long sent = permit.number() - first + 1;
        if (sent < (phase == Phase.WATCH ? WATCH : ROUND)) {
            return Verdict.OPEN;
        }
        double pace = RateControl.perMinute((double) sent, (double) Math.max(shortest(), permit.at() - startedAt));
        double share = Math.min(1, (double) refused / sent);
        if (share >= much()) {
            passedPerMinute = pace * Math.max(1 - share, 1.0 / sent);
            phase = Phase.OFF;
            return Verdict.LIMIT;
        }
        refusedBefore += refused;
        sentBefore += sent;
        if (phase == Phase.TRIAL && pace >= perMinute / 2) {
            return Verdict.FASTER;
        }
        phase = Phase.WATCH;
        return Verdict.CHANCE;
    }

    /** What is sent at once, as where no rate holds the lane, tells of no rate. */
    private long shortest() {
        return phase == Phase.WATCH ? SECOND_NANOS : 1;
    }

    private double much() {
        return phase == Phase.WATCH ? TOLERANCE + 2.0 * refusedBefore / sentBefore : MUCH;
    }

    /** What got through in the round that made out a limit, a minute. */
    double passedPerMinute() {
        return passedPerMinute;
    }
}
