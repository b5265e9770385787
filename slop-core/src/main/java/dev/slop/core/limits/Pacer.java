package dev.slop.core.limits;

import java.time.Duration;

/**
 * Spaces permits evenly, with a bounded burst: the generic cell rate algorithm, a leaky bucket as a meter. It never waits;
 * it says how long to wait. Times are those of one monotonic nanosecond clock with any origin. Not safe for use by
 * several threads.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-I.371">ITU-T I.371, annex A</a>
 */
public final class Pacer {
    private static final double NANOS_PER_MINUTE = 60e9;

    /* Keeps the time at which the bucket will be full again, not a count: taking is one addition, no timer refills it,
     * and a permit is taken only when it is used, so a pause or a stop loses none. */
    private final long burst;
    private double nanosPerPermit;
    private long fullAt;
    private long pausedUntil;

    private Pacer(double nanosPerPermit, Duration burst, long now) {
        this.nanosPerPermit = nanosPerPermit;
        this.burst = burst.toNanos();
        this.fullAt = now;
        this.pausedUntil = now;
    }

    /**
     * {@return a pacer with a full bucket}
     *
     * @param rate permits a minute; infinite for no limit
     * @param burst the time whose permits the bucket holds; it always holds one
     * @param now the time
     */
    public static Pacer perMinute(double rate, Duration burst, long now) {
        return new Pacer(nanosPerPermit(rate), burst, now);
    }

    private static double nanosPerPermit(double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate must be positive: " + rate);
        }
        return NANOS_PER_MINUTE / rate;
    }

    /**
     * Tells how long to wait for permits, taking none. More permits than the bucket holds are to be had when it is full.
     *
     * @param permits how many
     * @param now the time
     * @return nanoseconds, 0 if they are to be had now
     */
    public long delay(double permits, long now) {
        long filling = fullAt - now + Math.min(cost(permits), burst) - burst;
        return Math.max(0, Math.max(filling, pausedUntil - now));
    }

    /**
     * Takes permits, whether or not they are to be had.
     *
     * @param permits how many
     * @param now the time
     */
    public void take(double permits, long now) {
        fullAt = later(fullAt, now) + cost(permits);
    }

    /**
     * Gives permits back that were taken but not needed.
     *
     * @param permits how many
     */
    public void refund(double permits) {
        fullAt -= cost(permits);
    }

    /**
     * Lowers what the bucket holds, where it holds more.
     *
     * @param permits what it holds at most
     * @param now the time
     */
    public void lowerTo(double permits, long now) {
        fullAt = later(fullAt, now + burst - Math.min(cost(permits), burst));
    }

    /**
     * Gives no permit before a time, and then one after the other without a burst.
     *
     * @param time the earliest time of the next permit; an earlier one than the present pause's changes nothing
     */
    public void pauseUntil(long time) {
        pausedUntil = later(pausedUntil, time);
        fullAt = later(fullAt, time + burst - Math.min(cost(1), burst));
    }

    /**
     * Changes the rate. What the bucket lacks is kept, in permits.
     *
     * @param rate permits a minute; infinite for no limit
     * @param now the time
     */
    public void setPerMinute(double rate, long now) {
        double changed = nanosPerPermit(rate);
        long lacking = Math.max(0, fullAt - now);
        fullAt = now + (nanosPerPermit > 0 ? Math.round(lacking * (changed / nanosPerPermit)) : 0);
        nanosPerPermit = changed;
    }

    /** {@return permits a minute; infinite for no limit} */
    public double perMinute() {
        return NANOS_PER_MINUTE / nanosPerPermit;
    }

    private long cost(double permits) {
        return Math.round(permits * nanosPerPermit);
    }

    /** By difference, since a nanosecond clock may run over. */
    private static long later(long a, long b) {
        return a - b >= 0 ? a : b;
    }
}
