package dev.slop.metrics.vector;

import dev.slop.metrics.TestResult;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Do two models mean the same? Tests that two sets of texts come from one distribution, whatever it looks like.
 *
 * <p>The statistic is 2 E δ(X, Y) − E δ(X, X′) − E δ(Y, Y′), with means over all pairs, each text with itself among them
 * (the V-statistic, never negative); 0 where the two sets are the same.
 *
 * <ul>
 *   <li>{@link #energyDistance()}: δ is the Euclidean distance of the unit rows, √(2 − 2 cos). Székely and Rizzo, Journal of
 *       Statistical Planning and Inference 143 (2013) 1249.
 *   <li>{@link #maximumMeanDiscrepancy()}: −δ is the Gaussian kernel exp(−d<sup>2</sup> / 2σ<sup>2</sup>), σ the median
 *       distance of pooled different texts; the statistic is MMD<sup>2</sup>. Gretton et al., Journal of Machine Learning
 *       Research 13 (2012) 723.
 * </ul>
 *
 * <p>p = (1 + deals at least as extreme) / (B + 1): the texts are pooled and dealt out again to sets of the same sizes.
 * Takes O(N<sup>2</sup>) memory for N texts together, so at most {@value #MOST_TEXTS}. Immutable; equal seeds give equal
 * p-values whatever the number of threads.
 */
public final class TwoSampleTest {
    /** Texts of both sets together that a test takes. */
    public static final int MOST_TEXTS = 5_000;

    private static final double ROUNDING = 1e-9;
    private static final int BLOCK = 64;

    private final boolean energy;
    private final int resamples;
    private final long seed;

    private TwoSampleTest(boolean energy, int resamples, long seed) {
        if (resamples < 1) {
            throw new IllegalArgumentException("resamples must be positive: " + resamples);
        }
        this.energy = energy;
        this.resamples = resamples;
        this.seed = seed;
    }

    /** {@return the energy distance, with 9,999 deals and seed 1} */
    public static TwoSampleTest energyDistance() {
        return new TwoSampleTest(true, 9_999, 1);
    }

    /** {@return the squared maximum mean discrepancy, with 9,999 deals and seed 1} */
    public static TwoSampleTest maximumMeanDiscrepancy() {
        return new TwoSampleTest(false, 9_999, 1);
    }

    /**
     * {@return the same with another number of deals}
     *
     * @param value B, positive
     * @throws IllegalArgumentException if it is not
     */
    public TwoSampleTest withResamples(int value) {
        return new TwoSampleTest(energy, value, seed);
    }

    /**
     * {@return the same with other randomness}
     *
     * @param value seed of the generator
     */
    public TwoSampleTest withSeed(long value) {
        return new TwoSampleTest(energy, resamples, value);
    }

    /**
     * {@return the statistic alone, at least 0}
     *
     * @param a texts of one model, embedded
     * @param b texts of the other, embedded by the same model
     * @throws IllegalArgumentException if the dimensions differ or there are more than {@value #MOST_TEXTS} texts
     */
    public double statistic(Embeddings a, Embeddings b) {
        return Math.max(0, sums(a, b).statistic(first(a.size())));
    }

    /**
     * Tests.
     *
     * @param a texts of one model, embedded
     * @param b texts of the other, embedded by the same model
     * @return statistic and p-value
     * @throws IllegalArgumentException if the dimensions differ or there are more than {@value #MOST_TEXTS} texts
     */
    public TestResult test(Embeddings a, Embeddings b) {
        PairSums sums = sums(a, b);
        double observed = sums.statistic(first(a.size()));
        // Sums in another order differ in the last digits; such a deal is as extreme as what was observed.
        double threshold = observed - ROUNDING;
        int blocks = (resamples + BLOCK - 1) / BLOCK;
        SplittableRandom master = new SplittableRandom(seed);
        SplittableRandom[] randoms = new SplittableRandom[blocks];
        Arrays.setAll(randoms, i -> master.split());
        long extreme = Rows.slices((long) resamples * a.size() * a.size(), blocks)
                .mapToLong(block ->
                        extreme(sums, a.size(), randoms[block], Math.min(BLOCK, resamples - block * BLOCK), threshold))
                .sum();
        double p = (1.0 + extreme) / (resamples + 1.0);
        String method =
                (energy ? "energy distance" : "maximum mean discrepancy") + ", label permutation, B = " + resamples;
        return new TestResult(Math.max(0, observed), OptionalDouble.empty(), p, Math.log10(p), method);
    }

    private static long extreme(PairSums sums, int size, SplittableRandom random, int deals, double threshold) {
        int[] order = first(sums.texts());
        long extreme = 0;
        for (int deal = 0; deal < deals; deal++) {
            for (int i = 0; i < size; i++) {
                int j = i + random.nextInt(order.length - i);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            if (sums.statistic(Arrays.copyOf(order, size)) >= threshold) {
                extreme++;
            }
        }
        return extreme;
    }

    private PairSums sums(Embeddings a, Embeddings b) {
        a.requireSameSpace(b);
        if ((long) a.size() + b.size() > MOST_TEXTS) {
            throw new IllegalArgumentException(
                    "a test takes " + MOST_TEXTS + " texts at most: " + a.size() + " and " + b.size());
        }
        double[][] matrix = distances(a.and(b));
        return PairSums.of(energy ? matrix : negatedKernel(matrix));
    }

    /** With the rows' lengths as they were rounded, so that equal rows have the distance 0. */
    private static double[][] distances(Embeddings texts) {
        double[][] matrix = Gram.ofRows(texts);
        double[] squares = Arrays.stream(texts.rows())
                .mapToDouble(row -> Rows.dot(row, row))
                .toArray();
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                double square = i == j ? 0 : squares[i] + squares[j] - 2 * matrix[i][j];
                matrix[i][j] = Math.sqrt(Math.max(0, square));
            }
        }
        return matrix;
    }

    private static double[][] negatedKernel(double[][] distances) {
        double median = medianPositive(distances);
        double scale = median > 0 ? 2 * median * median : 1;
        for (double[] row : distances) {
            for (int j = 0; j < row.length; j++) {
                row[j] = -Math.exp(-row[j] * row[j] / scale);
            }
        }
        return distances;
    }

    private static double medianPositive(double[][] distances) {
        double[] sorted = IntStream.range(0, distances.length)
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(distances[i], 0, i))
                .filter(d -> d > 0)
                .sorted()
                .toArray();
        int n = sorted.length;
        return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static int[] first(int count) {
        return IntStream.range(0, count).toArray();
    }

    /**
     * Sums over pairs. A deal changes only which rows are the first set's: what is left to sum for it are the pairs
     * within that set; those across and within the other follow from the sums of rows and of everything.
     */
    private static final class PairSums {
        private final double[][] matrix;
        private final double[] rowSums;
        private final double total;

        private PairSums(double[][] matrix, double[] rowSums, double total) {
            this.matrix = matrix;
            this.rowSums = rowSums;
            this.total = total;
        }

        static PairSums of(double[][] matrix) {
            double[] rowSums = Arrays.stream(matrix)
                    .mapToDouble(row -> Arrays.stream(row).sum())
                    .toArray();
            return new PairSums(matrix, rowSums, Arrays.stream(rowSums).sum());
        }

        int texts() {
            return matrix.length;
        }

        double statistic(int[] members) {
            double within = 0;
            double rows = 0;
            for (int i : members) {
                double[] row = matrix[i];
                rows += rowSums[i];
                for (int j : members) {
                    within += row[j];
                }
            }
            double a = members.length;
            double b = matrix.length - a;
            double across = rows - within;
            double other = total - within - 2 * across;
            return 2 * across / (a * b) - within / (a * a) - other / (b * b);
        }
    }
}
