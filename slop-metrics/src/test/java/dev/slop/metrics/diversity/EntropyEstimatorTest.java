package dev.slop.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slop.metrics.FrequencyTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EntropyEstimatorTest {
    private static final EntropyEstimator PLUG_IN = EntropyEstimator.plugIn();
    private static final EntropyEstimator MILLER_MADOW = EntropyEstimator.millerMadow();
    private static final EntropyEstimator CHAO_SHEN = EntropyEstimator.chaoShen();
    private static final EntropyEstimator GRASSBERGER = EntropyEstimator.grassberger();
    private static final EntropyEstimator CHAO_JOST = EntropyEstimator.chaoJost();
    private static final EntropyEstimator SHRINKAGE = EntropyEstimator.shrinkage();

    /** 1e-9 relative: the reference values have 12 to 15 digits. */
    private static final double PERCENT = 1e-7;

    static List<EntropyEstimator> all() {
        return List.of(PLUG_IN, MILLER_MADOW, CHAO_SHEN, GRASSBERGER, CHAO_JOST, SHRINKAGE);
    }

    static Stream<Arguments> references() {
        return Stream.of(
                // R package entropy 1.3.2: entropy(y, method = "ML"), "MM", "CS", "shrink" over all 11 bins
                arguments(PLUG_IN, Samples.Y, 1.96838240872838),
                arguments(MILLER_MADOW, Samples.Y, 2.15259293504417),
                arguments(CHAO_SHEN, Samples.Y, 2.20113710127958),
                arguments(SHRINKAGE, Samples.Y, 2.37960289530996),
                arguments(PLUG_IN, Samples.K19, 2.63544426460846),
                arguments(MILLER_MADOW, Samples.K19, 2.73771699188119),
                arguments(CHAO_SHEN, Samples.K19, 2.76166404758522),
                arguments(PLUG_IN, Samples.C, .098039113279732),
                arguments(PLUG_IN, Samples.G, 2.04866690397566),
                arguments(PLUG_IN, Samples.E, 1.92940606001611),
                arguments(MILLER_MADOW, Samples.C, .108039113279732),
                arguments(MILLER_MADOW, Samples.G, 2.16866690397566),
                arguments(MILLER_MADOW, Samples.E, 2.00940606001611),
                arguments(CHAO_SHEN, Samples.C, .161467693740882),
                arguments(CHAO_SHEN, Samples.G, 2.25215061519354),
                arguments(CHAO_SHEN, Samples.E, 2.01309231343222),
                // Grassberger 2003, equations 27 and 28, evaluated in Python
                arguments(GRASSBERGER, Samples.Y, 2.14462638603143),
                arguments(GRASSBERGER, Samples.K19, 2.73385340518434),
                arguments(GRASSBERGER, Samples.C, .143582401962387),
                arguments(GRASSBERGER, Samples.G, 2.23578142676198),
                arguments(GRASSBERGER, Samples.E, 2.05803375853753),
                // scikit-bio, test_base.py: shannon([1, 2, 3, 4])
                arguments(PLUG_IN, new long[] {1, 2, 3, 4}, 1.2798542258336674),
                // iNEXT prints 2.249 for G; the digits are Chao, Wang and Jost (2013), equation 7, in mpmath
                arguments(CHAO_JOST, Samples.G, 2.24858291678396),
                // mpmath, 40 digits: the tail by series, by continued fraction, and without doubletons
                arguments(CHAO_JOST, ones(40), 6.813775118177765),
                arguments(CHAO_JOST, with(ones(40), 2), 6.715140596860829),
                arguments(CHAO_JOST, new long[] {1, 1}, 1.2163953243244932),
                arguments(CHAO_JOST, new long[] {1_000_000_000, 1000, 2, 1, 1, 1}, 1.492782653562668e-05),
                arguments(GRASSBERGER, new long[] {1_000_000_000, 2000, 5, 1}, 2.8369300213436713e-05),
                arguments(CHAO_SHEN, ones(5), 3.4868903818942445),
                arguments(CHAO_SHEN, new long[] {1_000_000_000, 2000, 5, 1}, 2.838067297958565e-05),
                arguments(PLUG_IN, new long[] {1_000_000_000, 1}, 2.1723265815723146e-08),
                arguments(PLUG_IN, new long[] {1_000_000_000, 2_000_000_000}, .6365141682948128));
    }

    @ParameterizedTest
    @MethodSource("references")
    void nats_ofReferenceCounts(EntropyEstimator estimator, long[] counts, double expected) {
        assertThat(estimator.nats(counts)).isCloseTo(expected, withinPercentage(PERCENT));
    }

    static Stream<Arguments> referencesInBits() {
        return Stream.of(
                // R package entropy 1.3.2, unit = "log2"
                arguments(Samples.Y, 2.83977553964551),
                arguments(Samples.C, .141440542541821),
                arguments(Samples.G, 2.95560158279904),
                arguments(Samples.E, 2.78354455464635),
                // scipy.stats.entropy([9/10, 1/10], base=2)
                arguments(new long[] {9, 1}, .46899559358928117),
                // scikit-bio, test_base.py: shannon([5, 5], base=2)
                arguments(new long[] {5, 5}, 1));
    }

    @ParameterizedTest
    @MethodSource("referencesInBits")
    void bits_ofReferenceCounts(long[] counts, double expected) {
        assertThat(PLUG_IN.bits(counts)).isCloseTo(expected, withinPercentage(PERCENT));
        assertThat(PLUG_IN.inBits().of(counts)).isEqualTo(PLUG_IN.bits(counts));
    }

    @Test
    void nats_ofSpiders_isINexts() {
        // iNEXT ChaoShannon(spider$Girdled): observed 2.490, estimator 2.627
        assertThat(PLUG_IN.nats(Samples.GIRDLED)).isCloseTo(2.490, within(5e-4));
        assertThat(CHAO_JOST.nats(Samples.GIRDLED)).isCloseTo(2.627, within(5e-4));
    }

    @Test
    void shrinkage_statedCells_countsTheUnseen() {
        long[] seen = Arrays.stream(Samples.Y).filter(count -> count > 0).toArray();

        assertThat(EntropyEstimator.shrinkage(11).nats(seen))
                .isCloseTo(SHRINKAGE.nats(Samples.Y), withinPercentage(PERCENT));
        assertThat(EntropyEstimator.shrinkage(2).nats(seen)).isCloseTo(SHRINKAGE.nats(seen), withinPercentage(PERCENT));
        assertThat(EntropyEstimator.shrinkage(8).nats(new long[] {3})).isEqualTo(0);
        assertThat(EntropyEstimator.shrinkage(8).nats(new long[] {1})).isCloseTo(Math.log(8), within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropyEstimator.shrinkage(0))
                .withMessage("cells must be positive: 0");
    }

    @ParameterizedTest
    @MethodSource("all")
    void nats_allAnswersEqual_isZero(EntropyEstimator estimator) {
        for (long n : new long[] {1, 2, 3, 50, 1023, 1024, 1_000_000_000, 1L << 53}) {
            assertThat(estimator.nats(new long[] {n})).as("n = %d", n).isEqualTo(0.0);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nats_noAnswers_saysSo(EntropyEstimator estimator) {
        for (long[] none : new long[][] {{}, {0}, {0, 0}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimator.nats(none))
                    .withMessage("no answers");
            assertThat(estimator.inBits().unavailable(none)).contains("no answers");
        }
        assertThat(estimator.inNats().of(FrequencyTable.<String>of(List.of()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nats_badCounts_areRejected(EntropyEstimator estimator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.nats(new long[] {3, -1}))
                .withMessage("a count is negative");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> estimator.nats(new long[] {Long.MAX_VALUE, 1}));
    }

    @ParameterizedTest
    @MethodSource("all")
    void nats_allSingletons_isFiniteAndAtLeastPlugIn(EntropyEstimator estimator) {
        for (int n = 2; n < 100; n++) {
            assertThat(estimator.nats(ones(n))).isFinite().isGreaterThan(Math.log(n) - 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.slop.metrics.diversity.Samples#seeds")
    void nats_shuffledCounts_areTheSame(long seed) {
        long[] counts = Samples.random(seed);
        for (EntropyEstimator estimator : all()) {
            assertThat(estimator.nats(Samples.shuffled(counts, seed))).isCloseTo(estimator.nats(counts), within(1e-13));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.slop.metrics.diversity.Samples#seeds")
    void plugIn_isBetweenZeroAndLogOfDistinct_andBelowTheCorrected(long seed) {
        long[] counts = Samples.random(seed);

        assertThat(PLUG_IN.nats(counts)).isBetween(0.0, Math.log(Counts.distinct(counts)) + 1e-12);
        assertThat(MILLER_MADOW.nats(counts)).isGreaterThanOrEqualTo(PLUG_IN.nats(counts));
        assertThat(CHAO_JOST.nats(counts)).isGreaterThanOrEqualTo(PLUG_IN.nats(counts) - 1e-12);
    }

    @ParameterizedTest
    @MethodSource("dev.slop.metrics.diversity.Samples#seeds")
    void nats_zerosAdded_areIgnored(long seed) {
        long[] counts = Samples.random(seed);
        for (EntropyEstimator estimator : List.of(PLUG_IN, MILLER_MADOW, CHAO_SHEN, GRASSBERGER, CHAO_JOST)) {
            assertThat(estimator.nats(Arrays.copyOf(counts, counts.length + 5))).isEqualTo(estimator.nats(counts));
        }
    }

    /** Both sides of the tables' end: the closed forms continue the recurrences. */
    @Test
    void nats_countsAroundTheTablesEnd_areSmooth() {
        for (EntropyEstimator estimator : all()) {
            double before = estimator.nats(new long[] {1022, 1022});
            double after = estimator.nats(new long[] {1026, 1026});
            assertThat(estimator.nats(new long[] {1024, 1024}))
                    .isBetween(Math.min(before, after), Math.max(before, after) + 1e-15);
        }
    }

    @Test
    void inBits_ofTable_isThatOfItsCounts() {
        FrequencyTable<String> table = FrequencyTable.ofCounts(Map.of("17", 20L, "42", 30L));

        assertThat(MILLER_MADOW.inBits().of(table)).hasValue(MILLER_MADOW.bits(new long[] {20, 30}));
        assertThat(MILLER_MADOW.inBits().name()).isEqualTo("entropy in bits (Miller–Madow)");
    }

    private static long[] ones(int n) {
        long[] counts = new long[n];
        Arrays.fill(counts, 1);
        return counts;
    }

    private static long[] with(long[] counts, long further) {
        long[] longer = Arrays.copyOf(counts, counts.length + 1);
        longer[counts.length] = further;
        return longer;
    }
}
