package dev.slop.metrics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import org.apache.commons.math3.stat.interval.ClopperPearsonInterval;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialIntervalTest {
    // scipy 1.17.1, scipy.stats.binomtest(k, n).proportion_ci(.95, "wilson" | "exact")
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.27753279986288926, 0, 0.30849710781876294",
        "1, 10, 0.017876213095072896, 0.4041500267952385, 0.0025285785444625728, 0.44501611702819543",
        "10, 15, 0.41713547738519774, 0.8482367556028528, 0.38380373254115413, 0.8817588966331302",
        "49, 50, 0.8950455641036218, 0.9964607407283538, 0.893530454288499, 0.9994937720168847",
        "50, 50, 0.9286524008666412, 1, 0.9288782635357954, 1",
        "1000, 1000000, 0.0009399388437436415, 0.0010638949174321753, 0.000939001207945439, 0.0010639181073136535",
    })
    void intervals_matchScipy(
            long k, long n, double wilsonLower, double wilsonUpper, double exactLower, double exactUpper) {
        Estimate wilson = (Estimate) BinomialInterval.WILSON.estimate(k, n, .95);
        assertThat(wilson.value()).isEqualTo((double) k / n);
        assertThat(wilson.lower()).isCloseTo(wilsonLower, within(1e-13));
        assertThat(wilson.upper()).isCloseTo(wilsonUpper, within(1e-13));
        Estimate exact = (Estimate) BinomialInterval.CLOPPER_PEARSON.estimate(k, n, .95);
        assertThat(exact.lower()).isCloseTo(exactLower, within(1e-12));
        assertThat(exact.upper()).isCloseTo(exactUpper, within(1e-12));
    }

    @Test
    void intervals_matchCommonsMath() {
        for (int n = 1; n < 40; n += 3) {
            for (int k = 1; k < n; k++) {
                ConfidenceInterval wilson = new WilsonScoreInterval().createInterval(n, k, .9);
                ConfidenceInterval exact = new ClopperPearsonInterval().createInterval(n, k, .9);
                Estimate ourWilson = (Estimate) BinomialInterval.WILSON.estimate(k, n, .9);
                Estimate ourExact = (Estimate) BinomialInterval.CLOPPER_PEARSON.estimate(k, n, .9);
                assertThat(ourWilson.lower()).isCloseTo(wilson.getLowerBound(), within(1e-12));
                assertThat(ourWilson.upper()).isCloseTo(wilson.getUpperBound(), within(1e-12));
                assertThat(ourExact.lower()).isCloseTo(exact.getLowerBound(), within(1e-9));
                assertThat(ourExact.upper()).isCloseTo(exact.getUpperBound(), within(1e-9));
            }
        }
    }

    // 1 - .05^(1/50) = .0582: n = 50 -> 5.8 %
    @Test
    void share_ofAllOrNone_isTheExactBound() {
        Estimate all = (Estimate) BinomialInterval.share(50, 50, .95);
        assertThat(all.value()).isEqualTo(1);
        assertThat(all.lower()).isCloseTo(Math.pow(.05, 1.0 / 50), within(1e-14));
        assertThat(all.upper()).isEqualTo(1);
        assertThat(all.method()).isEqualTo("all of 50 answers, exact bound 1 - 0.05^(1/50)");
        Estimate none = (Estimate) BinomialInterval.share(0, 50, .95);
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(.058155, within(5e-7));
        assertThat(none.method()).isEqualTo("none of 50 answers, exact bound 1 - 0.05^(1/50)");
    }

    @Test
    void share_otherwise_isWilson() {
        assertThat(BinomialInterval.share(10, 15, .95)).isEqualTo(BinomialInterval.WILSON.estimate(10, 15, .95));
        assertThat(BinomialInterval.share(1, 1, .95)).isInstanceOf(Estimate.class);
    }

    @Test
    void largeCounts_haveNarrowIntervals() {
        for (BinomialInterval interval : BinomialInterval.values()) {
            Estimate estimate = (Estimate) interval.estimate(300_000_000L, 1_000_000_000L, .95);
            assertThat(estimate.lower()).isBetween(.2999, .3);
            assertThat(estimate.upper()).isBetween(.3, .3001);
        }
    }

    @Test
    void noAnswers_areUnavailable_andBadCountsRefused() {
        assertThat(BinomialInterval.share(0, 0, .95)).isEqualTo(Quantity.unavailable("no answers"));
        assertThat(BinomialInterval.WILSON.estimate(0, 0, .95)).isEqualTo(Quantity.unavailable("no answers"));
        assertThatThrownBy(() -> BinomialInterval.share(3, 2, .95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BinomialInterval.share(-1, 2, .95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BinomialInterval.share(1, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
