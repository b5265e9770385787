package dev.slop.metrics.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of columns, against the sum of products that the definition asks for. */
final class GramTest {
    private static final double SHARE_1E_9 = 1e-7; // AssertJ counts in per cent

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "3, 1", "5, 7", "127, 3", "128, 9", "131, 16", "1000, 33"})
    void ofColumns_isTheSumOfProducts(int n, int dimension) {
        Embeddings texts = Points.random(n, dimension, n);
        double[][] gram = Gram.ofColumns(texts);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                assertThat(gram[i][j]).isCloseTo(product(texts, i, j), within(1e-13 * n));
            }
        }
    }

    private static double product(Embeddings texts, int i, int j) {
        double sum = 0;
        for (int k = 0; k < texts.size(); k++) {
            sum += (double) texts.row(k)[i] * texts.row(k)[j];
        }
        return sum;
    }

    /* The same rows in double precision, n by n: what the dual form must give, to far more than the rows' own precision. */
    @ParameterizedTest
    @CsvSource({"0.5, 1", "1, 1", "1, 2", "3, 3", "Infinity, 4"})
    void dualForm_isTheSpectrumOfAllPairs(double q, long seed) {
        Embeddings texts = Points.random(400, 24, seed);
        double[] spectrum = SymmetricEigenvalues.of(allPairs(texts));
        double[] shares = Arrays.stream(spectrum)
                .skip(400 - 24)
                .map(v -> v / Arrays.stream(spectrum).sum())
                .toArray();
        double score = VendiScore.ofOrder(q).of(texts);
        assertThat(score).isCloseTo(hill(shares, q), withinPercentage(SHARE_1E_9));
    }

    /** Of order 2, n² over the squares, without the shares: lengths are 1 to single precision only. */
    @Test
    void orderTwo_isTheNormOfAllPairs() {
        Embeddings texts = Points.random(400, 24, 5);
        double expected = 400.0 * 400.0 / Kernel.sumOfSquares(allPairs(texts));
        assertThat(VendiScore.ofOrder(2).of(texts)).isCloseTo(expected, withinPercentage(SHARE_1E_9));
    }

    @Test
    void score_anyNumberOfThreads_sameBits() throws Exception {
        Embeddings texts = Points.random(3_000, 96, 9);
        double reference = VendiScore.ofOrder(1).of(texts);
        double mean = MeanCosine.within(texts).orElseThrow();
        for (int threads : new int[] {1, 3, 7}) {
            var pool = new ForkJoinPool(threads);
            try {
                assertThat(pool.submit(() -> VendiScore.ofOrder(1).of(texts)).get())
                        .isEqualTo(reference);
                assertThat(pool.submit(() -> MeanCosine.within(texts)).get()).hasValue(mean);
            } finally {
                pool.shutdown();
            }
        }
    }

    private static double[][] allPairs(Embeddings texts) {
        double[][] products = new double[texts.size()][texts.size()];
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j < products.length; j++) {
                products[i][j] = Rows.dot(texts.rows()[i], texts.rows()[j]);
            }
        }
        return products;
    }

    private static double hill(double[] shares, double q) {
        if (q == 1) {
            return Math.exp(-Arrays.stream(shares).map(p -> p * Math.log(p)).sum());
        }
        return q == Double.POSITIVE_INFINITY
                ? 1 / Arrays.stream(shares).max().orElseThrow()
                : Math.pow(Arrays.stream(shares).map(p -> Math.pow(p, q)).sum(), 1 / (1 - q));
    }
}
