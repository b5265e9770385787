package dev.slop.metrics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopShareIntervalTest {
    // scipy 1.17.1: brentq over k*T(t) + T(1 - k*t) - .025, k = floor(1/t), and over T(t) - .975, with
    // T(t) = binom.sf(c - 1, n, t) - binom.pmf(c, n, t)/2
    @ParameterizedTest
    @CsvSource({
        "2, 10, 0.0011146054920104281, 0.5195096631172386",
        "7, 10, 0.3158373137490092, 0.9173997830214972",
        "5, 13, 0.08968779535035824, 0.6590808988501983",
        "20, 50, 0.2398829212605516, 0.5396276777326232",
        "49, 50, 0.9053092042376165, 0.998999616649035",
        "300, 1000, 0.2661693172332672, 0.3289667303629419",
        "68, 1000, 0.04653420476462887, 0.08489377938960775",
    })
    void interval_matchesScipy(long c, long n, double lower, double upper) {
        Estimate estimate = (Estimate) TopShareInterval.estimate(c, n, .95);
        assertThat(estimate.value()).isEqualTo((double) c / n);
        assertThat(estimate.lower()).isCloseTo(lower, within(1e-10));
        assertThat(estimate.upper()).isCloseTo(upper, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 10, 50})
    void allEqual_endsAtTheExactBound(long n) {
        Estimate estimate = (Estimate) TopShareInterval.estimate(n, n, .95);
        assertThat(estimate.lower()).isCloseTo(Math.pow(.05, 1.0 / n), within(1e-14));
        assertThat(estimate.upper()).isEqualTo(1);
    }

    @Test
    void allDifferent_startsAtZero() {
        Estimate estimate = (Estimate) TopShareInterval.estimate(1, 10, .95);
        assertThat(estimate.lower()).isZero();
        assertThat(estimate.upper()).isBetween(.1, .45);
    }

    @Test
    void clearLeader_isWithinAHairOfWilson() {
        Estimate leader = (Estimate) TopShareInterval.estimate(800, 1_000, .95);
        Estimate wilson = (Estimate) BinomialInterval.WILSON.estimate(800, 1_000, .95);
        assertThat(leader.lower()).isCloseTo(wilson.lower(), within(5e-4));
        assertThat(leader.upper()).isCloseTo(wilson.upper(), within(5e-4));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 7, 30, 1_000})
    void interval_holdsTheShareAndGrowsWithTheCount(long n) {
        double below = -1;
        double above = 0;
        for (long c = 1; c <= n; c += Math.max(1, n / 50)) {
            Estimate estimate = (Estimate) TopShareInterval.estimate(c, n, .9);
            assertThat(estimate.value()).isBetween(estimate.lower(), estimate.upper());
            assertThat(estimate.lower()).isGreaterThan(below);
            assertThat(estimate.upper()).isGreaterThan(above - 1e-12);
            below = estimate.lower();
            above = estimate.upper();
        }
    }

    @Test
    void flat_isCoveredThoughTheLeaderIsChance() {
        // Wilson's interval of the most frequent of 20 equally likely answers holds 1/20 in half of all samples.
        SplittableRandom random = new SplittableRandom(1);
        int covered = 0;
        for (int i = 0; i < 500; i++) {
            long[] counts = new long[20];
            for (int draw = 0; draw < 100; draw++) {
                counts[random.nextInt(20)]++;
            }
            Estimate estimate = (Estimate)
                    TopShareInterval.estimate(Arrays.stream(counts).max().orElseThrow(), 100, .95);
            covered += estimate.lower() <= .05 && .05 <= estimate.upper() ? 1 : 0;
        }
        assertThat(covered).isBetween(470, 500);
    }

    @Test
    void billions_areExactEnough() {
        Estimate estimate = (Estimate) TopShareInterval.estimate(600_000_000, 1_000_000_000, .95);
        // normal approximation: .6 -+ 1.96 sqrt(.24/1e9)
        assertThat(estimate.lower()).isCloseTo(.6 - 3.0364e-5, within(1e-8));
        assertThat(estimate.upper()).isCloseTo(.6 + 3.0364e-5, within(1e-8));
    }

    @Test
    void badInput_isRefused() {
        assertThat(TopShareInterval.estimate(0, 0, .95)).isEqualTo(Quantity.unavailable("no answers"));
        assertThatThrownBy(() -> TopShareInterval.estimate(3, 2, .95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TopShareInterval.estimate(0, 2, .95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TopShareInterval.estimate(1, 2, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
