package dev.slop.metrics.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.FrequencyTable;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OverlapMeasureTest {
    private static final long[] A = {10, 20, 30, 40, 50, 0, 0};
    private static final long[] B = {11, 22, 0, 0, 33, 44, 55};

    // Set Jaccard, min/max, collision probability, total variation, Hellinger: the formulae evaluated with scipy
    // 1.10.1.
    // JSD in bits: scipy.spatial.distance.jensenshannon(p, q, 2) ** 2.
    // Morisita–Horn, Morisita, Bray–Curtis as similarity or distance: R vegan 2.6-4,
    // vegdist(x, "horn" | "morisita" | "bray").
    @ParameterizedTest
    @CsvSource({
        "JACCARD, .0714285714285714, .1, .222222222222222",
        "WEIGHTED_JACCARD, .0101010101, .1111111111, .3333333333",
        "COLLISION_PROBABILITY, .0016, .196, .1392",
        "TOTAL_VARIATION, .98, .80, .50",
        "HELLINGER, .979795897113271, .746512643949469, .600046574901764",
        "JENSEN_SHANNON_BITS, .963903595255632, .612641233981702, .368775334993569",
        "MORISITA_HORN, .002752924982794, .346534653465347, .748387096774194",
        "MORISITA, .002794012829648, .352052785923754, .821783132530120",
        "BRAY_CURTIS, .98, .80, .50",
    })
    void numbers_matchReference(OverlapMeasure measure, double cg, double ce, double ge) {
        assertThat(measure.of(Blog.C, Blog.G).orElseThrow()).isCloseTo(cg, within(1e-10));
        assertThat(measure.of(Blog.C, Blog.E).orElseThrow()).isCloseTo(ce, within(1e-10));
        assertThat(measure.of(Blog.G, Blog.E).orElseThrow()).isCloseTo(ge, within(1e-10));
    }

    // R vegan 2.6-4: vegdist(rbind(a, b), "horn" .636363636363636, "morisita" .62901983110352, "bray" .6,
    // "jaccard" with binary = TRUE .571428571428572)
    @ParameterizedTest
    @CsvSource({
        "MORISITA_HORN, .363636363636364",
        "MORISITA, .37098016889648",
        "BRAY_CURTIS, .6",
        "JACCARD, .428571428571428",
    })
    void unequalTotals_matchVegan(OverlapMeasure measure, double expected) {
        assertThat(measure.of(A, B).orElseThrow()).isCloseTo(expected, within(1e-14));
    }

    // scipy documentation: jensenshannon([1, 0, 0], [0, 1, 0], 2) = 1.0;
    // jensenshannon([1.0, 0.0], [0.5, 0.5]) = 0.46450140402245893 (nats); jensenshannon([1, 0, 0], [1, 0, 0]) = 0
    @Test
    void jensenShannonDistance_matchesScipy() {
        OverlapMeasure distance = OverlapMeasure.JENSEN_SHANNON_DISTANCE;
        assertThat(distance.of(new long[] {1, 0, 0}, new long[] {0, 1, 0})).hasValue(1.0);
        assertThat(distance.of(new long[] {2, 0}, new long[] {1, 1}).orElseThrow())
                .isCloseTo(0.46450140402245893 / Math.sqrt(Math.log(2)), within(1e-15));
        assertThat(distance.of(new long[] {1, 0, 0}, new long[] {1, 0, 0})).hasValue(0.0);
    }

    // sum p q by hand: .8 * 1, .8 * .2 + .2 * .8, 1 * .2
    @Test
    void fruit_collisions() {
        OverlapMeasure collision = OverlapMeasure.COLLISION_PROBABILITY;
        assertThat(collision.of(Blog.FRUIT_C, Blog.FRUIT_G).orElseThrow()).isCloseTo(.8, within(1e-15));
        assertThat(collision.of(Blog.FRUIT_C, Blog.FRUIT_E).orElseThrow()).isCloseTo(.32, within(1e-15));
        assertThat(collision.of(Blog.FRUIT_G, Blog.FRUIT_E).orElseThrow()).isCloseTo(.2, within(1e-15));
    }

    // By hand from the sets {42, 47} and the 13 numbers of G: 1 shared.
    @Test
    void setMeasures_countDifferentAnswers() {
        assertThat(OverlapMeasure.OVERLAP_COEFFICIENT.of(Blog.C, Blog.G)).hasValue(.5);
        assertThat(OverlapMeasure.SORENSEN_DICE.of(Blog.C, Blog.G)).hasValue(2.0 / 15);
        assertThat(OverlapMeasure.JACCARD.of(Blog.C, Blog.G)).hasValue(1.0 / 14);
    }

    @ParameterizedTest
    @EnumSource
    void everyMeasure_withoutAnswers_isUndefined(OverlapMeasure measure) {
        long[] none = {0, 0};
        assertThat(measure.of(none, new long[] {1, 2})).isEmpty();
        assertThat(measure.of(new long[] {1, 2}, none)).isEmpty();
        assertThat(measure.of(new long[0], new long[0])).isEmpty();
        assertThat(measure.whyUndefined(none, none)).hasValue("no answers");
        FrequencyTable<String> empty = FrequencyTable.of(List.of());
        assertThat(measure.of(Blog.FRUIT_C, empty)).isEmpty();
    }

    @Test
    void morisita_withoutRepeats_isUndefined() {
        assertThat(OverlapMeasure.MORISITA.of(new long[] {1, 1, 0}, new long[] {0, 1, 1}))
                .isEmpty();
        assertThat(OverlapMeasure.MORISITA.of(new long[] {1}, new long[] {5})).isEmpty();
        assertThat(OverlapMeasure.MORISITA.whyUndefined(new long[] {1, 1}, new long[] {1, 1}))
                .hasValue("no answer occurs twice within a model");
    }

    static Stream<Arguments> laws() {
        return Stream.of(OverlapMeasure.values())
                .flatMap(measure -> LongStream.range(0, 30).mapToObj(seed -> Arguments.of(measure, seed)));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void everyMeasure_isSymmetric_inRange_andBlindToOrder(OverlapMeasure measure, long seed) {
        long[][] rows = RandomCounts.rows(seed, 2, 12);
        double value = measure.of(rows[0], rows[1]).orElseThrow();
        assertThat(measure.of(rows[1], rows[0]).orElseThrow()).isCloseTo(value, within(1e-14));
        assertThat(value).isBetween(0.0, measure == OverlapMeasure.MORISITA ? 2.0 : 1.0);
        assertThat(measure.of(reversed(rows[0]), reversed(rows[1])).orElseThrow())
                .isCloseTo(value, within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void everyMeasure_ofIdenticalAndOfDisjoint_isExtreme(OverlapMeasure measure, long seed) {
        long[] row = RandomCounts.rows(seed, 1, 9)[0];
        long[] empty = new long[9];
        double same = measure.of(row, row).orElse(Double.NaN);
        double apart = measure.of(concat(row, empty), concat(empty, row)).orElse(Double.NaN);
        switch (measure) {
            case COLLISION_MAXIMUM -> assertThat(same).isEqualTo(apart);
            case COLLISION_PROBABILITY, MORISITA -> assertThat(apart).isZero();
            default -> {
                assertThat(same).isEqualTo(measure.isSimilarity() ? 1 : 0);
                assertThat(apart).isCloseTo(measure.isSimilarity() ? 0 : 1, within(1e-15));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void measuresOfShares_doNotSeeTheNumberOfAnswers(OverlapMeasure measure, long seed) {
        long[][] rows = RandomCounts.rows(seed, 2, 9);
        long[] tripled = LongStream.of(rows[0]).map(count -> 3 * count).toArray();
        if (measure != OverlapMeasure.BRAY_CURTIS && measure != OverlapMeasure.MORISITA) {
            assertThat(measure.of(tripled, rows[1]).orElseThrow())
                    .isCloseTo(measure.of(rows[0], rows[1]).orElseThrow(), within(1e-15));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMeasure_ofLargeCounts_isFinite(OverlapMeasure measure) {
        long[] a = {1_000_000_000L, 1, 0};
        long[] b = {1_000_000_000L, 0, 4_000_000_000_000L};
        assertThat(measure.of(a, b).orElseThrow()).isFinite().isNotNegative();
    }

    @Test
    void collision_isAtMostItsMaximum() {
        for (long seed = 0; seed < 50; seed++) {
            long[][] rows = RandomCounts.rows(seed, 2, 6);
            assertThat(OverlapMeasure.COLLISION_PROBABILITY.of(rows[0], rows[1]).orElseThrow())
                    .isLessThanOrEqualTo(OverlapMeasure.COLLISION_MAXIMUM
                                    .of(rows[0], rows[1])
                                    .orElseThrow()
                            + 1e-15);
        }
    }

    @Test
    void badCounts_areNamed() {
        assertThatThrownBy(() -> OverlapMeasure.JACCARD.of(new long[2], new long[3]))
                .hasMessage("counts of 2 and of 3 cells");
        assertThatThrownBy(() -> OverlapMeasure.JACCARD.of(new long[] {-1}, new long[] {1}))
                .hasMessage("negative count: -1");
    }

    private static long[] reversed(long[] row) {
        return LongStream.range(0, row.length)
                .map(i -> row[row.length - 1 - (int) i])
                .toArray();
    }

    private static long[] concat(long[] a, long[] b) {
        return LongStream.concat(LongStream.of(a), LongStream.of(b)).toArray();
    }
}
