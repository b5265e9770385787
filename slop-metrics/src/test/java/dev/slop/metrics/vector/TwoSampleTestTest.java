package dev.slop.metrics.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TwoSampleTestTest {
    // scipy 1.17 cdist: 2 cdist(A,B).mean() - cdist(A,A).mean() - cdist(B,B).mean(); MMD^2 with sigma the median
    // distance
    @ParameterizedTest
    @CsvSource({"6, 4, 0.703084524993647, 0.17767792230026713", "4, 6, 2.1984233428956, 0.6594184700286885"})
    void statistic_referenceValues(int n, int dimension, double energy, double discrepancy) {
        Embeddings texts = Points.sines(n, dimension);
        Embeddings a = Points.first(texts, n / 2);
        Embeddings b = Points.from(texts, n / 2);

        assertThat(TwoSampleTest.energyDistance().statistic(a, b)).isCloseTo(energy, within(1e-6));
        assertThat(TwoSampleTest.maximumMeanDiscrepancy().statistic(a, b)).isCloseTo(discrepancy, within(1e-6));
        assertThat(TwoSampleTest.energyDistance().statistic(b, a)).isCloseTo(energy, within(1e-6));
    }

    @Test
    void test_sameTexts_isZeroAndOne() {
        Embeddings texts = Points.random(20, 6, 1);
        TestResult result = TwoSampleTest.energyDistance().withResamples(199).test(texts, texts);

        assertThat(result.statistic()).isCloseTo(0, within(1e-6));
        assertThat(result.pValue()).isEqualTo(1);
    }

    @Test
    void test_differentMeaning_isSeenByBoth() {
        Embeddings a = Points.random(25, 6, 1);
        Embeddings b = Embeddings.of(java.util.stream.IntStream.range(0, 25)
                .mapToObj(i -> {
                    float[] row = Points.random(25, 6, 2).row(i);
                    row[3] += 2;
                    return row;
                })
                .toList());

        assertThat(TwoSampleTest.energyDistance().withResamples(999).test(a, b).pValue())
                .isEqualTo(0.001);
        assertThat(TwoSampleTest.maximumMeanDiscrepancy()
                        .withResamples(999)
                        .test(a, b)
                        .pValue())
                .isEqualTo(0.001);
    }

    @Test
    void test_underTheNull_isUniformEnough() {
        int rejected = 0;
        for (int seed = 0; seed < 200; seed++) {
            Embeddings all = Points.random(24, 5, 1_000 + seed);
            rejected += TwoSampleTest.energyDistance()
                            .withResamples(99)
                            .withSeed(seed)
                            .test(Points.first(all, 10), Points.from(all, 10))
                            .rejects(0.05)
                    ? 1
                    : 0;
        }
        assertThat(rejected).isBetween(2, 21); // binomial(200, .05): outside with probability .001, seeds fixed
    }

    @Test
    void test_equalSeeds_giveEqualResults() {
        Embeddings all = Points.random(40, 5, 8);
        TwoSampleTest test = TwoSampleTest.energyDistance().withResamples(500).withSeed(3);

        assertThat(test.test(Points.first(all, 15), Points.from(all, 15)))
                .isEqualTo(test.test(Points.first(all, 15), Points.from(all, 15)));
    }

    @Test
    void badInput_isRejected() {
        TwoSampleTest test = TwoSampleTest.energyDistance();
        Embeddings one = Points.sines(1, 4);
        assertThatIllegalArgumentException().isThrownBy(() -> test.withResamples(0));
        assertThatIllegalArgumentException().isThrownBy(() -> test.test(one, Points.sines(2, 3)));
        assertThatIllegalArgumentException().isThrownBy(() -> test.test(one, one.select(new int[5_000])));
    }
}
