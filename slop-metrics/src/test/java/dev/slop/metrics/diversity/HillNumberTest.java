package dev.slop.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HillNumberTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    static Stream<Arguments> references() {
        long[] skbio = {1, 2, 3, 4, 5};
        return Stream.of(
                // scikit-bio hill(), confirmed by vegan renyi(hill = TRUE); eight decimals
                arguments(skbio, 0, 5, 1e-12),
                arguments(skbio, .5, 4.68423304, 5e-9),
                arguments(skbio, 1, 4.43598780, 5e-9),
                arguments(skbio, 2, 4.09090909, 5e-9),
                arguments(skbio, 10, 3.34923645, 5e-9),
                arguments(skbio, INFINITY, 3, 1e-12),
                // scipy 1.10.1
                arguments(Samples.C, 0, 2, 0),
                arguments(Samples.C, 1, 1.10300592644415, 1e-13),
                arguments(Samples.C, 2, 1.04079933388843, 1e-13),
                arguments(Samples.C, INFINITY, 1.02040816326531, 1e-13),
                arguments(Samples.G, 0, 13, 0),
                arguments(Samples.G, 1, 7.75755264750173, 1e-13),
                arguments(Samples.G, 2, 4.96031746031746, 1e-13),
                arguments(Samples.G, INFINITY, 2.5, 0),
                arguments(Samples.E, 0, 9, 0),
                arguments(Samples.E, 1, 6.88541950092684, 1e-13),
                arguments(Samples.E, 2, 5.86854460093897, 1e-13),
                arguments(Samples.E, INFINITY, 3.84615384615385, 1e-13),
                // mpmath, 40 digits
                arguments(Samples.G, .25, 11.520616803001165, 1e-12),
                arguments(Samples.G, .999999999, 7.757552651590232, 1e-11),
                arguments(Samples.G, 1.000001, 7.757548559001487, 1e-12),
                arguments(Samples.G, 1.5, 6.057034141749772, 1e-12),
                arguments(Samples.G, 3, 3.8516275024046456, 1e-12),
                arguments(Samples.G, 60, 2.5391289350629793, 1e-12),
                arguments(new long[] {7, 5, 3}, 10_000, 2.1430204811406632, 1e-12));
    }

    @ParameterizedTest
    @MethodSource("references")
    void of_referenceCounts(long[] counts, double q, double expected, double tolerance) {
        assertThat(HillNumber.ofOrder(q).of(counts)).isCloseTo(expected, within(tolerance));
    }

    @Test
    void ofOrderTwo_isTheExponentialOfRenyi() {
        // scikit-bio, test_base.py: renyi([1, 2, 3, 4, 5], order=2, base=2)
        assertThat(Math.log(HillNumber.ofOrder(2).of(new long[] {1, 2, 3, 4, 5})) / Math.log(2))
                .isCloseTo(2.03242148, within(5e-9));
    }

    @ParameterizedTest
    @MethodSource("dev.slop.metrics.diversity.Samples#seeds")
    void of_fallsAsTheOrderRises_fromDistinctToInverseTopShare(long seed) {
        long[] counts = Samples.random(seed);
        double[] falling = DoubleStream.of(0, 1e-9, .3, .9999999, 1, 1.0000001, 1.999, 2, 2.001, 5, 80, 1e6, INFINITY)
                .map(q -> -HillNumber.of(counts, q))
                .map(value -> Math.rint(value * 1e9))
                .toArray();

        assertThat(falling).isSorted();
        assertThat(falling[0]).isEqualTo(-1e9 * Counts.distinct(counts));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .5, 1, 1.3, 2, 3, 1000, INFINITY})
    void of_equalCounts_isTheirNumber(double q) {
        assertThat(HillNumber.ofOrder(q).of(new long[] {1_000_000_000, 1_000_000_000, 1_000_000_000}))
                .isCloseTo(3, withinPercentage(1e-10));
        assertThat(HillNumber.ofOrder(q).of(new long[] {1, 1, 1, 1})).isCloseTo(4, withinPercentage(1e-10));
        assertThat(HillNumber.ofOrder(q).of(new long[] {7})).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .5, 1, 2, 3, INFINITY})
    void of_noAnswers_isUnavailable(double q) {
        assertThat(HillNumber.ofOrder(q).unavailable(new long[] {0})).contains("no answers");
        assertThat(HillNumber.ofOrder(q).unavailable(new long[] {1})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, Double.NaN})
    void ofOrder_negative_isRejected(double q) {
        assertThatIllegalArgumentException().isThrownBy(() -> HillNumber.ofOrder(q));
    }
}
