package dev.slop.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.Unavailable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Chao1 and ACE. */
final class RichnessTest {
    private static final Chao1 BIAS_CORRECTED = Chao1.biasCorrected();
    private static final Chao1 CLASSIC = Chao1.classic();
    private static final Chao1 INEXT = Chao1.sampleSizeCorrected();
    private static final DiversityMeasure ACE = AceRichness.withDefaults();

    static Stream<Arguments> references() {
        return Stream.of(
                // scikit-bio, test_chao1.py; vegan estimateR gives 9.75 too
                arguments(BIAS_CORRECTED, Samples.X, 9.75),
                arguments(CLASSIC, Samples.X, 10.5),
                arguments(BIAS_CORRECTED, new long[] {0, 2, 2, 4, 5}, 4),
                arguments(BIAS_CORRECTED, new long[] {0, 1, 1, 4, 5}, 5),
                // vegan 2.6-4 estimateR
                arguments(BIAS_CORRECTED, Samples.G, 16.3333333333333),
                arguments(BIAS_CORRECTED, Samples.E, 9),
                arguments(BIAS_CORRECTED, Samples.C, 2),
                arguments(ACE, Samples.X, 10.8650573802928),
                arguments(ACE, Samples.G, 16.7489655172414),
                arguments(ACE, Samples.E, 9.59019204389575),
                // iNEXT ChaoRichness
                arguments(INEXT, Samples.G, 19.125),
                arguments(INEXT, Samples.E, 9.245),
                // scikit-bio, test_ace.py
                arguments(ACE, new long[] {12, 3, 6, 1, 10}, 5.62749672),
                arguments(ACE, new long[] {0, 1, 1, 0, 0, 10, 10, 1, 0, 0}, 9.35681818182),
                arguments(ACE, new long[] {12, 3, 2, 1}, 4.6),
                arguments(ACE, new long[] {12, 1, 2, 1}, 7),
                arguments(ACE, new long[] {12, 12, 13, 14}, 4));
    }

    @ParameterizedTest
    @MethodSource("references")
    void of_referenceCounts(DiversityMeasure measure, long[] counts, double expected) {
        assertThat(measure.of(counts)).as(measure.name()).isCloseTo(expected, withinPercentage(2e-7));
    }

    @Test
    void variance_ofReferenceCounts() {
        // scikit-bio, test_chao1.py, from EstimateS: sd 1.42
        assertThat(Math.sqrt(BIAS_CORRECTED.variance(Samples.X))).isCloseTo(1.42, within(5e-3));
        // EstimateS, equation 5, by hand: f1 = f2 = 3, so 3 (1/2 + 1 + 1/4)
        assertThat(CLASSIC.variance(Samples.X)).isCloseTo(5.25, within(1e-12));
        // iNEXT ChaoRichness, spider$Girdled: se 14.306
        assertThat(Math.sqrt(INEXT.variance(Samples.GIRDLED))).isCloseTo(14.306, within(5e-4));
    }

    @Test
    void estimate_ofReferenceCounts_hasTheirIntervals() {
        // scikit-bio, test_chao1.py, from EstimateS, two decimals, z = 1.96
        assertInterval(BIAS_CORRECTED.estimate(Samples.X, .95), 9.75, 9.07, 17.45, 6e-3);
        assertInterval(CLASSIC.estimate(Samples.X, .95), 10.5, 9.17, 21.89, 6e-3);
        // iNEXT ChaoRichness, spider$Girdled
        assertInterval(INEXT.estimate(Samples.GIRDLED, .95), 43.893, 30.511, 96.971, 1e-3);
    }

    private static void assertInterval(Quantity quantity, double value, double lower, double upper, double tolerance) {
        assertThat(quantity).isInstanceOf(Estimate.class);
        Estimate estimate = (Estimate) quantity;
        assertThat(estimate.value()).isCloseTo(value, within(tolerance));
        assertThat(estimate.lower()).isCloseTo(lower, within(tolerance));
        assertThat(estimate.upper()).isCloseTo(upper, within(tolerance));
        assertThat(estimate.level()).isEqualTo(.95);
    }

    @Test
    void estimate_withoutUnseen_startsAtTheObserved_andHasAWidth() {
        for (Chao1 chao1 : List.of(BIAS_CORRECTED, CLASSIC, INEXT)) {
            Estimate two = (Estimate) chao1.estimate(new long[] {3, 4}, .95);
            assertThat(two.value()).isEqualTo(two.lower()).isEqualTo(2);
            assertThat(two.upper()).isBetween(2.01, 4.0);
            assertThat(two.method()).endsWith("no unseen answers");
        }
        assertThat(((Estimate) BIAS_CORRECTED.estimate(Samples.C, .95)).upper()).isBetween(2.5, 5.0);
    }

    @Test
    void atLeast_isALowerBoundAlone() {
        // The log-normal limit of Chao (1987) for one side, of the counts less two singletons, in Python
        assertAtLeast(Samples.GIRDLED, 28.685852901728445);
        assertAtLeast(Samples.G, 13.137048508495171);
        assertAtLeast(new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 19.251905574068587);
        // f1 = 3 less 2 leaves none unseen; nor are there any where no answer is rare, or all are equal
        assertAtLeast(Samples.X, 9);
        assertAtLeast(new long[] {4, 3, 1}, 3);
        assertAtLeast(new long[] {1_000_000_000, 500}, 2);
        assertAtLeast(new long[] {50}, 1);
        assertAtLeast(new long[] {1}, 1);
        assertAtLeast(new long[] {1, 1}, 2);
        assertThat(BIAS_CORRECTED.atLeast(new long[] {0}, .95)).isEqualTo(new Unavailable("no answers"));
        assertThatIllegalArgumentException().isThrownBy(() -> BIAS_CORRECTED.atLeast(Samples.G, 1));
    }

    private static void assertAtLeast(long[] counts, double lower) {
        Estimate estimate = (Estimate) BIAS_CORRECTED.atLeast(counts, .95);
        assertThat(estimate.value()).isEqualTo(BIAS_CORRECTED.of(counts));
        assertThat(estimate.lower()).isCloseTo(lower, within(1e-9));
        assertThat(estimate.upper()).isInfinite();
    }

    @Test
    void estimate_whereNothingBoundsTheUnseen_saysSo() {
        for (Chao1 chao1 : List.of(BIAS_CORRECTED, CLASSIC, INEXT)) {
            assertThat(chao1.estimate(new long[] {}, .95)).isEqualTo(new Unavailable("no answers"));
            for (long n : new long[] {1, 50, 1_000_000_000}) {
                assertThat(chao1.estimate(new long[] {n}, .95))
                        .isEqualTo(new Unavailable("all answers are equal: nothing bounds the number of others"));
                assertThat(chao1.of(new long[] {n})).isEqualTo(1);
            }
            assertThat(chao1.estimate(new long[] {1_000_000_000, 500}, .95))
                    .isEqualTo(new Unavailable("no answer is rare: nothing bounds the number of unseen ones"));
        }
    }

    @Test
    void estimate_allSingletons_isFinite() {
        for (Chao1 chao1 : List.of(BIAS_CORRECTED, CLASSIC, INEXT)) {
            Estimate estimate = (Estimate) chao1.estimate(new long[] {1, 1, 1, 1, 1}, .95);
            assertThat(estimate.value()).isGreaterThan(5);
            assertThat(estimate.lower()).isBetween(5.0, estimate.value());
            assertThat(estimate.upper()).isFinite().isGreaterThan(estimate.value());
        }
    }

    @Test
    void estimate_levelOutOfRange_isRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> BIAS_CORRECTED.estimate(Samples.G, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> BIAS_CORRECTED.estimate(Samples.G, Double.NaN));
    }

    @Test
    void ace_onlySingletonsRare_saysSo() {
        assertThat(ACE.unavailable(new long[] {1, 1, 1})).contains("every rare answer was seen once");
        assertThat(ACE.unavailable(new long[] {1, 12})).contains("every rare answer was seen once");
        // vegan gives NaN
        assertThat(ACE.unavailable(Samples.C)).contains("every rare answer was seen once");
        assertThat(ACE.unavailable(new long[] {})).contains("no answers");
        assertThatIllegalArgumentException().isThrownBy(() -> AceRichness.withRareThreshold(0));
    }

    @ParameterizedTest
    @MethodSource("dev.slop.metrics.diversity.Samples#seeds")
    void of_anyCounts_isAtLeastTheObserved_insideItsInterval_whateverTheOrder(long seed) {
        long[] counts = Samples.random(seed);
        long[] shuffled = Samples.shuffled(counts, seed);
        for (Chao1 chao1 : List.of(BIAS_CORRECTED, CLASSIC, INEXT)) {
            assertThat(chao1.of(counts)).isGreaterThanOrEqualTo(Counts.distinct(counts));
            assertThat(chao1.of(shuffled)).isEqualTo(chao1.of(counts));
            Quantity quantity = chao1.estimate(counts, .9);
            if (quantity instanceof Estimate estimate) {
                assertThat(estimate.value()).isBetween(estimate.lower(), estimate.upper());
                assertThat(estimate.lower()).isGreaterThanOrEqualTo(Counts.distinct(counts));
                assertThat(estimate.upper()).isGreaterThan(estimate.lower());
            }
        }
    }
}
