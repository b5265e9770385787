package dev.slop.metrics.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiversityPartitionTest {
    private static final double[] ORDERS = {0, .5, 1, 1.5, 2, 3, 40, 2000, Double.POSITIVE_INFINITY};

    // 150 answers pooled: 2.84203817020416 bits; beta = exp(H of the pool - mean H) = 1.84272733040105 (Python)
    @Test
    void numbers_order1_matchReference() {
        DiversityPartition partition =
                DiversityPartition.of(ContingencyTable.of(Blog.NUMBERS), 1).orElseThrow();
        assertThat(Math.log(partition.gamma()) / Math.log(2)).isCloseTo(2.84203817020416, within(1e-13));
        assertThat(partition.beta()).isCloseTo(1.84272733040105, within(1e-13));
        assertThat(partition.turnover().orElseThrow()).isCloseTo((1.84272733040105 - 1) / 2, within(1e-13));
        assertThat(partition.homogeneity().orElseThrow()).isCloseTo(1 - (1.84272733040105 - 1) / 2, within(1e-13));
    }

    // Jost's equations (11) and (17) for equal weights, evaluated with numpy
    @ParameterizedTest
    @CsvSource({
        "0, 8, 18",
        ".5, 5.602511876300526, 11.02668983364213",
        "1, 3.8911472061422505, 7.170323303372021",
        "2, 2.250900360144058, 4.485645933014354",
        "3, 1.695704590907445, 3.7030829066015136",
        "Infinity, 1.0204081632653061, 2.5423728813559325",
    })
    void numbers_anyOrder_matchReference(double order, double alpha, double gamma) {
        DiversityPartition partition =
                DiversityPartition.of(ContingencyTable.of(Blog.NUMBERS), order).orElseThrow();
        assertThat(partition.alpha()).isCloseTo(alpha, within(1e-12));
        assertThat(partition.gamma()).isCloseTo(gamma, within(1e-12));
    }

    @Test
    void orderNear1_isContinuous() {
        ContingencyTable table = ContingencyTable.of(Blog.NUMBERS);
        double at1 = DiversityPartition.of(table, 1).orElseThrow().gamma();
        assertThat(DiversityPartition.of(table, 1 + 1e-12).orElseThrow().gamma())
                .isCloseTo(at1, within(1e-10));
        assertThat(DiversityPartition.of(table, 1 - 1e-12).orElseThrow().gamma())
                .isCloseTo(at1, within(1e-10));
    }

    @Test
    void modelsWeighTheSame_whateverTheirNumberOfAnswers() {
        DiversityPartition partition = of(new long[][] {{1_000_000_000L, 0}, {0, 1}}, 1);
        assertThat(partition.gamma()).isCloseTo(2, within(1e-15));
        assertThat(partition.beta()).isCloseTo(2, within(1e-15));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void alphaIsAtMostGamma_andBetaBetween1AndModels(long seed) {
        int models = 1 + (int) (seed % 5);
        long[][] rows = RandomCounts.rows(seed, models, 10);
        for (double order : ORDERS) {
            DiversityPartition partition = of(rows, order);
            assertThat(partition.alpha()).isBetween(1.0 - 1e-12, partition.gamma());
            assertThat(partition.beta()).isBetween(1.0, models + 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void identicalModels_haveBeta1_andDisjointModels_haveBetaM(long seed) {
        long[] row = RandomCounts.rows(seed, 1, 4)[0];
        long[][] same = {row, row, row};
        long[][] apart = new long[3][12];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(row, 0, apart[i], 4 * i, 4);
        }
        for (double order : ORDERS) {
            assertThat(of(same, order).beta()).isCloseTo(1, within(1e-12));
            assertThat(of(apart, order).beta()).isCloseTo(3, within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfModels_doesNotMatter_andDiversityFallsWithQ(long seed) {
        long[][] rows = RandomCounts.rows(seed, 3, 10);
        long[][] turned = {rows[2], rows[0], rows[1]};
        double previous = Double.POSITIVE_INFINITY;
        for (double order : ORDERS) {
            DiversityPartition partition = of(rows, order);
            assertThat(of(turned, order).alpha()).isCloseTo(partition.alpha(), within(1e-12));
            assertThat(of(turned, order).gamma()).isCloseTo(partition.gamma(), within(1e-12));
            assertThat(partition.gamma()).isLessThanOrEqualTo(previous + 1e-9);
            previous = partition.gamma();
        }
    }

    @Test
    void undefined_isEmpty() {
        assertThat(DiversityPartition.of(ContingencyTable.ofCounts(new long[][] {}), 1))
                .isEmpty();
        assertThat(DiversityPartition.of(ContingencyTable.ofCounts(new long[][] {{3}, {0}}), 1))
                .isEmpty();
        DiversityPartition one = of(new long[][] {{3, 1}}, 2);
        assertThat(one.turnover()).isEmpty();
        assertThat(one.homogeneity()).isEmpty();
    }

    @Test
    void badOrder_isRefused() {
        ContingencyTable table = ContingencyTable.of(List.of(Blog.C));
        assertThatThrownBy(() -> DiversityPartition.of(table, -1)).hasMessage("order must be 0 or more: -1.0");
        assertThatThrownBy(() -> DiversityPartition.of(table, Double.NaN)).hasMessage("order must be 0 or more: NaN");
    }

    private static DiversityPartition of(long[][] rows, double order) {
        return DiversityPartition.of(ContingencyTable.ofCounts(rows), order).orElseThrow();
    }
}
