package dev.slop.metrics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.TestResult;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SignFlipTestTest {
    private static double p(double... differences) {
        return SignFlipTest.test(differences, 9_999, 1).orElseThrow().pValue();
    }

    // By hand: all of n signs alike is 2 of 2^n patterns.
    @Test
    void test_allOfOneSign_isTwoOfAllPatterns() {
        assertThat(p(1)).isEqualTo(1);
        assertThat(p(1, 2, 3, 4)).isEqualTo(2.0 / 16);
        assertThat(p(-1, -2, -3, -4, -5)).isEqualTo(2.0 / 32);
    }

    // By hand: |±1 ±2 ±3| >= |1+2-3| = 0 always; >= |-1+2+3| = 4 for 4 of 8.
    @Test
    void test_mixedSigns_countsPatternsAtLeastAsExtreme() {
        assertThat(p(1, 2, -3)).isEqualTo(1);
        assertThat(p(-1, 2, 3)).isEqualTo(0.5);
    }

    // Fisher's data of Darwin's maize, 15 pairs: 1,726 of 32,768 (The Design of Experiments, section 21), p = 0.05267.
    @Test
    void test_darwinsMaize_isFishersP() {
        assertThat(p(49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48))
                .isEqualTo(1_726.0 / 32_768);
    }

    @Test
    void test_mirrored_isTheSame() {
        double[] some = new SplittableRandom(1).doubles(30, -1, 2).toArray();
        double[] mirrored = Arrays.stream(some).map(d -> -d).toArray();

        assertThat(p(mirrored)).isCloseTo(p(some), within(0.02));
    }

    @Test
    void test_manyPairs_isRepeatableAndNeverZero() {
        double[] ones = DoubleStream.generate(() -> 1).limit(40).toArray();

        assertThat(p(ones)).isEqualTo(1.0 / 10_000).isEqualTo(p(ones));
    }

    @Test
    void test_noDifference_isEmpty() {
        assertThat(SignFlipTest.test(new double[] {0, 0}, 9, 1)).isEmpty();
        assertThat(SignFlipTest.test(new double[0], 9, 1)).isEmpty();
    }

    @Test
    void test_trueNull_rejectsAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(7);
        long rejected = 0;
        for (int i = 0; i < 1_000; i++) {
            TestResult test =
                    SignFlipTest.test(random.doubles(8, -1, 1).toArray(), 99, i).orElseThrow();
            rejected += test.pValue() <= 0.05 ? 1 : 0;
        }
        // Binomial(1000, 0.047): above 80 once in a million.
        assertThat(rejected).isLessThan(80);
    }

    @Test
    void test_notFinite_isRefused() {
        assertThatThrownBy(() -> p(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
