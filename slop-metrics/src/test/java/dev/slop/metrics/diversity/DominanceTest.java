package dev.slop.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slop.metrics.FrequencyTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Simpson, top share and evenness. */
final class DominanceTest {
    static Stream<Arguments> references() {
        return Stream.of(
                // sum n_i (n_i - 1) / (n (n - 1)), evaluated in Python
                arguments(Simpson.unbiased(), Samples.C, .96),
                arguments(Simpson.unbiased(), Samples.G, .185306122448980),
                arguments(Simpson.unbiased(), Samples.E, .153469387755102),
                // scikit-bio, test_base.py: dominance([1, 0, 2, 5, 2]) and with finite = True
                arguments(Simpson.concentration(), new long[] {1, 0, 2, 5, 2}, .34),
                arguments(Simpson.unbiased(), new long[] {1, 0, 2, 5, 2}, .8 / 3),
                // scikit-bio, test_base.py: berger_parker_d([0, 1, 1, 4, 2, 5, 2, 4, 1, 2])
                arguments(TopShare.of(1), Samples.X, 5.0 / 22),
                arguments(TopShare.of(3), Samples.X, 13.0 / 22),
                arguments(TopShare.of(100), Samples.X, 1.0),
                arguments(Evenness.heip(), new long[] {5, 5, 5, 0}, 1.0),
                arguments(Evenness.pielou(), new long[] {5, 5, 5, 0}, 1.0),
                arguments(Evenness.hillRatio(2), new long[] {5, 5, 5, 0}, 1.0),
                // (exp H - 1)/(S - 1), H/ln S and exp H/S of the entropy 2.04866690397566 of G
                arguments(Evenness.heip(), Samples.G, 6.75755264750173 / 12),
                arguments(Evenness.pielou(), Samples.G, 2.04866690397566 / Math.log(13)),
                arguments(Evenness.hillRatio(1), Samples.G, 7.75755264750173 / 13));
    }

    @ParameterizedTest
    @MethodSource("references")
    void of_referenceCounts(DiversityMeasure measure, long[] counts, double expected) {
        assertThat(measure.of(counts)).as(measure.name()).isCloseTo(expected, withinPercentage(1e-10));
    }

    @Test
    void pielou_ofOneDominantAnswer() {
        // scikit-bio, test_base.py: pielou_e([1, 1, 196, 1, 1]), three decimals
        assertThat(Evenness.pielou().of(new long[] {1, 1, 196, 1, 1})).isCloseTo(.078, within(5e-4));
    }

    @Test
    void simpson_ofSpiders_isINexts() {
        // iNEXT ChaoSimpson(spider$Girdled): observed .872, estimator .878, of the complement
        assertThat(1 - Simpson.concentration().of(Samples.GIRDLED)).isCloseTo(.872, within(5e-4));
        assertThat(1 - Simpson.unbiased().of(Samples.GIRDLED)).isCloseTo(.878, within(5e-4));
    }

    @Test
    void of_oneAnswerOrNone_saysWhyThereIsNoNumber() {
        assertThat(Simpson.concentration().of(new long[] {1})).isEqualTo(1);
        assertThat(Simpson.unbiased().unavailable(new long[] {1})).contains("needs 2 answers, has 1");
        assertThat(Simpson.unbiased().of(FrequencyTable.of(List.of("a")))).isEmpty();
        assertThat(Simpson.unbiased().of(new long[] {1, 1})).isZero();
        assertThat(TopShare.of(1).unavailable(new long[0])).contains("no answers");
        assertThat(Evenness.pielou().unavailable(new long[] {5})).contains("all answers are equal");
        assertThat(Evenness.heip().unavailable(new long[] {0, 5})).contains("all answers are equal");
        assertThat(Evenness.heip().unavailable(new long[0])).contains("no answers");
        assertThat(Evenness.hillRatio(2).of(new long[] {0, 5})).isEqualTo(1);
    }

    @Test
    void of_badArguments_areRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> TopShare.of(0)).withMessage("k must be positive: 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Evenness.hillRatio(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Evenness.hillRatio(Double.NaN));
    }

    @ParameterizedTest
    @MethodSource("dev.slop.metrics.diversity.Samples#seeds")
    void of_anyCounts_isInTheUnitInterval_whateverTheOrder(long seed) {
        long[] counts = Samples.random(seed);
        for (DiversityMeasure measure : List.of(
                Simpson.concentration(), Simpson.unbiased(), TopShare.of(1), TopShare.of(4), Evenness.hillRatio(1))) {
            assertThat(measure.of(counts)).as(measure.name()).isBetween(0.0, 1 + 1e-12);
            assertThat(measure.of(Samples.shuffled(counts, seed))).isCloseTo(measure.of(counts), within(1e-13));
        }
    }

    @Test
    void of_hugeCounts_doNotOverflow() {
        long[] huge = {4_000_000_000_000L, 4_000_000_000_000L};

        assertThat(Simpson.concentration().of(huge)).isCloseTo(.5, within(1e-15));
        assertThat(Simpson.unbiased().of(huge)).isCloseTo(.5, within(1e-12));
        assertThat(TopShare.of(1).of(huge)).isEqualTo(.5);
    }
}
