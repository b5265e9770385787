package dev.slop.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Coverage, rarefaction and extrapolation. */
final class AccumulationTest {
    static Stream<Arguments> references() {
        // iNEXT, iNEXT(spider$Girdled, q = 0:2, size = m) and for the numbers; q = 0 below n is vegan rarefy too
        double[] girdled = {20, 84, 100, 168, 200, 336};
        double[][] girdledHill = {
            {9.71225737028, 18.91235971159, 20.45942615929, 26, 28.14173858284, 34.73073344635},
            {7.63452046912, 10.96366798939, 11.26654632234, 12.05965049894, 12.30374167630, 13.01696578761},
            {6.01646937725, 7.53152323976, 7.62756100744, 7.84, 7.89171673530, 8.00391245874}
        };
        double[] numbers = {10, 25, 50, 100};
        double[][] numbersHill = {
            {5.80473810884, 9.73284845741, 13, 16.39952026971},
            {4.70260975589, 6.61865369413, 7.7575526475, 8.71737612209}
        };
        return Stream.concat(hill(Samples.GIRDLED, girdled, girdledHill), hill(Samples.G, numbers, numbersHill));
    }

    private static Stream<Arguments> hill(long[] counts, double[] sizes, double[][] values) {
        return LongStream.range(0, (long) sizes.length * values.length).mapToObj(i -> {
            int q = (int) i / sizes.length;
            int column = (int) i % sizes.length;
            return arguments(counts, q, (long) sizes[column], values[q][column]);
        });
    }

    @ParameterizedTest
    @MethodSource("references")
    void hill_ofReferenceCounts(long[] counts, int q, long m, double expected) {
        assertThat(Rarefaction.hill(q, m).of(counts)).isCloseTo(expected, within(1e-10));
    }

    static Stream<Arguments> coverages() {
        return Stream.of(
                // iNEXT, coverage-based column SC
                arguments(Coverage.at(20), Samples.GIRDLED, .747722233676),
                arguments(Coverage.at(84), Samples.GIRDLED, .899514053593),
                arguments(Coverage.at(168), Samples.GIRDLED, .928855438796),
                arguments(Coverage.chaoJost(), Samples.GIRDLED, .928855438796),
                arguments(Coverage.at(200), Samples.GIRDLED, .937371297972),
                arguments(Coverage.at(336), Samples.GIRDLED, .963570084706),
                arguments(Coverage.at(10), Samples.G, .640051236451),
                arguments(Coverage.at(25), Samples.G, .819127224456),
                arguments(Coverage.chaoJost(), Samples.G, .901606425703),
                arguments(Coverage.at(100), Samples.G, .956217193088),
                // 1 - f1/n
                arguments(Coverage.goodTuring(), Samples.C, .98),
                arguments(Coverage.goodTuring(), Samples.G, .90),
                arguments(Coverage.goodTuring(), Samples.E, .98),
                // scikit-bio, test_base.py: goods_coverage([1] * 75 + [2, 2, 2, 2, 2, 2, 3, 4, 4])
                arguments(Coverage.goodTuring(), mostlySingletons(), .23469387755));
    }

    @ParameterizedTest
    @MethodSource("coverages")
    void coverage_ofReferenceCounts(DiversityMeasure measure, long[] counts, double expected) {
        assertThat(measure.of(counts)).as(measure.name()).isCloseTo(expected, within(5e-12));
    }

    private static long[] mostlySingletons() {
        long[] counts = new long[84];
        Arrays.fill(counts, 0, 75, 1);
        Arrays.fill(counts, 75, 81, 2);
        counts[81] = 3;
        counts[82] = 4;
        counts[83] = 4;
        return counts;
    }

    @Test
    void coverageInterval_isEstysWithAddedAnswers() {
        // The formula in Python
        assertCoverage(Samples.GIRDLED, 0.9288554387957967, 0.8641215053753526, 0.9730877969502287);
        assertCoverage(Samples.G, 0.9016064257028112, 0.7441544780757735, 0.9965862626649672);
        assertCoverage(new long[] {5}, 1, 0.3671396076000955, 1);
        assertThat(Coverage.estimate(new long[] {1}, .95)).isEqualTo(Quantity.unavailable("needs 2 answers, has 1"));
        assertThat(Coverage.estimate(new long[] {}, .95)).isEqualTo(Quantity.unavailable("no answers"));
        assertThatIllegalArgumentException().isThrownBy(() -> Coverage.estimate(Samples.G, 0));
    }

    private static void assertCoverage(long[] counts, double value, double lower, double upper) {
        Estimate estimate = (Estimate) Coverage.estimate(counts, .95);
        assertThat(estimate.value()).isCloseTo(value, within(1e-12));
        assertThat(estimate.lower()).isCloseTo(lower, within(1e-9));
        assertThat(estimate.upper()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void rarefied_aBillionAnswers_keepsItsDigits() {
        long[] counts = {600_000_000, 300_000_000, 5000, 300, 2, 1};

        // mpmath, 60 digits, by log-gammas
        assertThat(Rarefaction.hill(0, 1000).of(counts)).isCloseTo(2.005876747228269, withinPercentage(1e-9));
        assertThat(Rarefaction.hill(0, 1_000_000).of(counts)).isCloseTo(3.283078112077979, withinPercentage(1e-8));
        assertThat(1 - Coverage.at(1000).of(counts)).isCloseTo(1 - .9999941386954432, within(1e-14));
        assertThat(1 - Coverage.at(1_000_000).of(counts)).isCloseTo(1 - .999999736169809, within(1e-14));
        assertThat(Rarefaction.hill(1, 1_000_000).of(counts))
                .isCloseTo(HillNumber.ofOrder(1).of(counts), withinPercentage(1e-2));
    }

    @ParameterizedTest
    @MethodSource("dev.slop.metrics.diversity.Samples#seeds")
    void hill_atOne_isOne_atN_isTheObserved_andRisesBetweenAndBeyond(long seed) {
        long[] counts = Samples.random(seed);
        long n = Arrays.stream(counts).sum();
        for (int q = 0; q <= 2; q++) {
            double last = 0;
            for (long m = 1; m <= 2 * n; m += 1 + n / 40) {
                double here = Rarefaction.hill(q, m).of(counts);
                assertThat(here).as("q = %d, m = %d", q, m).isGreaterThanOrEqualTo(last - 1e-9);
                last = here;
            }
            assertThat(Rarefaction.hill(q, 1).of(counts)).isEqualTo(1);
            assertThat(Rarefaction.hill(q, n).of(counts))
                    .isEqualTo(HillNumber.ofOrder(q).of(counts));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.slop.metrics.diversity.Samples#seeds")
    void hill_farBeyondN_nearsTheAsymptote(long seed) {
        long[] counts = Samples.random(seed);

        assertThat(Rarefaction.hill(0, 1L << 50).of(counts))
                .isCloseTo(Chao1.sampleSizeCorrected().of(counts), within(1e-6));
        assertThat(Rarefaction.hill(2, 1L << 50).of(counts))
                .isCloseTo(1 / Simpson.unbiased().of(counts), withinPercentage(1e-6));
        assertThat(Coverage.at(1L << 50).of(counts)).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("dev.slop.metrics.diversity.Samples#seeds")
    void coverage_risesWithTheNumberOfAnswers_inTheUnitInterval(long seed) {
        long[] counts = Samples.random(seed);
        long n = Arrays.stream(counts).sum();
        double last = 0;
        for (long m = 1; m <= 2 * n; m += 1 + n / 40) {
            double here = Coverage.at(m).of(counts);
            assertThat(here).as("m = %d", m).isBetween(last - 1e-12, 1 + 1e-12);
            last = here;
        }
        assertThat(Coverage.at(n).of(counts)).isEqualTo(Coverage.chaoJost().of(counts));
        assertThat(Coverage.at(n).of(Samples.shuffled(counts, seed)))
                .isEqualTo(Coverage.chaoJost().of(counts));
    }

    @Test
    void hill_oneAnswer_existsForOneOnly() {
        for (int q = 0; q <= 2; q++) {
            assertThat(Rarefaction.hill(q, 1).of(new long[] {1})).isEqualTo(1);
            assertThat(Rarefaction.hill(q, 2).unavailable(new long[] {1})).contains("needs 2 answers, has 1");
            assertThat(Rarefaction.hill(q, 1).unavailable(new long[] {0})).contains("no answers");
            assertThat(Rarefaction.hill(q, 90).of(new long[] {50})).isEqualTo(1);
            assertThat(Rarefaction.hill(q, 3).of(new long[] {1, 1})).isFinite().isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void coverage_fewAnswers() {
        assertThat(Coverage.goodTuring().of(new long[] {1})).isZero();
        assertThat(Coverage.chaoJost().unavailable(new long[] {1})).contains("needs 2 answers, has 1");
        assertThat(Coverage.at(3).unavailable(new long[] {1})).contains("needs 2 answers, has 1");
        assertThat(Coverage.goodTuring().unavailable(new long[] {})).contains("no answers");
        assertThat(Coverage.chaoJost().of(new long[] {50})).isEqualTo(1);
        assertThat(Coverage.chaoJost().of(Samples.C)).isEqualTo(1);
    }

    @Test
    void at_badArguments_areRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Coverage.at(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Rarefaction.hill(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Rarefaction.hill(3, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Rarefaction.hill(-1, 5));
    }
}
