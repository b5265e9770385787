package dev.slop.metrics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultipleTestingTest {
    private static final double[] P = {.01, .02, .03, .04, .05, .0001, .8, .03};

    // R: p.adjust(c(.01, .02, .03, .04, .05, .0001, .8, .03), "holm"), its definition
    // pmin(1, cummax((n - i + 1) * p[o]))[ro] evaluated with numpy
    @Test
    void holm_matchesR() {
        assertThat(MultipleTesting.holm(P))
                .containsExactly(new double[] {.07, .12, .15, .15, .15, .0008, .8, .15}, within(1e-15));
    }

    // R: p.adjust(c(.01, .02, .03, .04, .05, .0001, .8, .03), "BH");
    // scipy 1.17.1: scipy.stats.false_discovery_control
    @Test
    void benjaminiHochberg_matchesRAndScipy() {
        assertThat(MultipleTesting.benjaminiHochberg(P))
                .containsExactly(
                        new double[] {.04, .048, .048, 0.05333333333333333, 0.05714285714285714, .0008, .8, .048},
                        within(1e-15));
    }

    @Test
    void fewPValues() {
        assertThat(MultipleTesting.holm(new double[0])).isEmpty();
        assertThat(MultipleTesting.benjaminiHochberg(new double[0])).isEmpty();
        assertThat(MultipleTesting.holm(new double[] {.3})).containsExactly(.3);
        assertThat(MultipleTesting.holm(new double[] {.6, 1, 0})).containsExactly(1, 1, 0);
    }

    @Test
    void notAPValue_isRefused() {
        assertThatThrownBy(() -> MultipleTesting.holm(new double[] {.1, Double.NaN}))
                .hasMessage("p-value must be in [0, 1]: NaN");
        assertThatThrownBy(() -> MultipleTesting.benjaminiHochberg(new double[] {1.1}))
                .hasMessage("p-value must be in [0, 1]: 1.1");
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void adjustment_neverLowersP_andHolmIsTheStricter(long seed) {
        double[] p = new SplittableRandom(seed).doubles(20).map(u -> u * u).toArray();
        double[] holm = MultipleTesting.holm(p);
        double[] bh = MultipleTesting.benjaminiHochberg(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(p[i]).isLessThanOrEqualTo(bh[i]);
            assertThat(bh[i]).isLessThanOrEqualTo(holm[i]);
            assertThat(holm[i]).isLessThanOrEqualTo(1);
        }
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double[] adjusted = holm.clone();
        Arrays.sort(adjusted);
        assertThat(MultipleTesting.holm(sorted)).containsExactly(adjusted);
    }
}
