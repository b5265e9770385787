package dev.slop.core.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacerTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long MILLI = 1_000_000;

    /** Near the end of the range of longs, so that every test runs over it. */
    private long now = Long.MAX_VALUE - 10 * MILLI;

    @Test
    void delay_600AMinute_letsTenThroughAndThenOneEach100Millis() {
        Pacer pacer = Pacer.perMinute(600, SECOND, now);
        long start = now;

        for (int i = 0; i < 10; i++) {
            assertThat(waitAndTake(pacer)).isZero();
        }
        for (int i = 0; i < 50; i++) {
            assertThat(waitAndTake(pacer)).isEqualTo(100 * MILLI);
        }
        assertThat(now - start).isEqualTo(5000 * MILLI);
    }

    @Test
    void delay_lessThanOneASecond_letsOneThrough() {
        Pacer pacer = Pacer.perMinute(6, SECOND, now);

        assertThat(waitAndTake(pacer)).isZero();
        assertThat(waitAndTake(pacer)).isEqualTo(10_000 * MILLI);
    }

    @Test
    void delay_asked_takesNothing() {
        Pacer pacer = Pacer.perMinute(60, SECOND, now);

        assertThat(pacer.delay(1, now)).isZero();
        assertThat(pacer.delay(1, now)).isZero();
    }

    @Test
    void delay_morePermitsThanTheBucketHolds_waitsForAFullBucket() {
        Pacer pacer = Pacer.perMinute(60_000, SECOND, now);

        assertThat(pacer.delay(5000, now)).isZero();
        pacer.take(5000, now);
        assertThat(pacer.delay(5000, now)).isEqualTo(5000 * MILLI);
        assertThat(pacer.delay(1, now)).isEqualTo(4001 * MILLI);
    }

    @Test
    void refund_givesBackWhatWasTaken() {
        Pacer pacer = Pacer.perMinute(60_000, SECOND, now);
        pacer.take(5000, now);

        pacer.refund(4800);

        assertThat(pacer.delay(800, now)).isZero();
        assertThat(pacer.delay(900, now)).isEqualTo(100 * MILLI);
    }

    @Test
    void pauseUntil_later_givesNoPermitBeforeAndNoBurstAfter() {
        Pacer pacer = Pacer.perMinute(600, SECOND, now);

        pacer.pauseUntil(now + 3000 * MILLI);

        assertThat(waitAndTake(pacer)).isEqualTo(3000 * MILLI);
        assertThat(waitAndTake(pacer)).isEqualTo(100 * MILLI);
        assertThat(waitAndTake(pacer)).isEqualTo(100 * MILLI);
    }

    @Test
    void pauseUntil_earlierThanThePresentPause_changesNothing() {
        Pacer pacer = Pacer.perMinute(600, SECOND, now);

        pacer.pauseUntil(now + 3000 * MILLI);
        pacer.pauseUntil(now + 1000 * MILLI);

        assertThat(pacer.delay(1, now)).isEqualTo(3000 * MILLI);
    }

    @Test
    void perMinute_infinite_limitsNothingButPauses() {
        Pacer pacer = Pacer.perMinute(Double.POSITIVE_INFINITY, SECOND, now);
        for (int i = 0; i < 1000; i++) {
            assertThat(waitAndTake(pacer)).isZero();
        }

        pacer.pauseUntil(now + 500 * MILLI);

        assertThat(waitAndTake(pacer)).isEqualTo(500 * MILLI);
        assertThat(waitAndTake(pacer)).isZero();
        assertThat(pacer.perMinute()).isInfinite();
    }

    @Test
    void setPerMinute_emptyBucket_keepsWhatItLacks() {
        Pacer pacer = Pacer.perMinute(600, SECOND, now);
        pacer.take(10, now);

        pacer.setPerMinute(60, now);

        assertThat(pacer.perMinute()).isCloseTo(60, within(1e-9));
        assertThat(waitAndTake(pacer)).isEqualTo(10_000 * MILLI);
    }

    @Test
    void setPerMinute_fromUnlimited_startsFull() {
        Pacer pacer = Pacer.perMinute(Double.POSITIVE_INFINITY, SECOND, now);
        waitAndTake(pacer);

        pacer.setPerMinute(120, now);

        assertThat(waitAndTake(pacer)).isZero();
        assertThat(waitAndTake(pacer)).isZero();
        assertThat(waitAndTake(pacer)).isEqualTo(500 * MILLI);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void take_atRandomTimes_neverExceedsRateAndBurst(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Pacer pacer = Pacer.perMinute(300, SECOND, now);
        long start = now;
        for (int taken = 1; taken <= 500; taken++) {
            now += random.nextLong(400 * MILLI);
            waitAndTake(pacer);
            assertThat((double) taken).isLessThanOrEqualTo((now - start) / 1e9 * 5 + 5 + 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void perMinute_notPositive_isRejected(double rate) {
        assertThatThrownBy(() -> Pacer.perMinute(rate, SECOND, now)).isInstanceOf(IllegalArgumentException.class);
    }

    private long waitAndTake(Pacer pacer) {
        long delay = pacer.delay(1, now);
        now += delay;
        assertThat(pacer.delay(1, now)).isZero();
        pacer.take(1, now);
        return delay;
    }
}
