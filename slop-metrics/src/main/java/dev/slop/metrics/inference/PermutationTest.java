package dev.slop.metrics.inference;

import dev.slop.metrics.TestResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Label-permutation test that several samples come from one distribution: the answers are pooled and dealt out again to
 * samples of the same sizes. Valid whatever the statistic and however small the samples. Immutable; equal seeds give
 * equal p-values whatever the number of threads.
 *
 * <p>p = (1 + number of deals at least as extreme) / (B + 1); for two samples that could form at most B tables, the exact
 * probability over all of them. A deal for which the statistic is undefined counts as extreme.
 *
 * <p>Source: Phipson and Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010) 39.
 */
public final class PermutationTest {
    private final int resamples;
    private final long seed;

    private PermutationTest(int resamples, long seed) {
        if (resamples < 1) {
            throw new IllegalArgumentException("resamples must be positive: " + resamples);
        }
        this.resamples = resamples;
        this.seed = seed;
    }

    /** {@return 9,999 deals, seed 1} */
    public static PermutationTest withDefaults() {
        return new PermutationTest(9_999, 1);
    }

    /**
     * {@return the same with another number of deals}
     *
     * @param resamples B, positive
     */
    public PermutationTest withResamples(int resamples) {
        return new PermutationTest(resamples, seed);
    }

    /**
     * {@return the same with other randomness}
     *
     * @param seed of the generator
     */
    public PermutationTest withSeed(long seed) {
        return new PermutationTest(resamples, seed);
    }

    /**
     * Tests two samples.
     *
     * @param a counts of one
     * @param b counts of the other, same cells
     * @param distance of two rows of counts: the larger, the more extreme
     * @return the result, empty where a sample is empty or the distance undefined
     */
    public Optional<TestResult> test(long[] a, long[] b, ToDoubleBiFunction<long[], long[]> distance) {
        return test(new long[][] {a, b}, samples -> distance.applyAsDouble(samples[0], samples[1]));
    }

    /**
     * Tests two samples by a distance that is a sum over cells, which is many times faster than by another.
     *
     * @param a counts of one
     * @param b counts of the other, same cells
     * @param distance what a cell adds: the larger the sum, the more extreme
     * @return the result, empty where a sample is empty or the distance undefined
     */
    public Optional<TestResult> test(long[] a, long[] b, CellDistance distance) {
        int[] cells = PairResamples.union(a, b);
        long[][] samples = {PairResamples.compressed(a, cells), PairResamples.compressed(b, cells)};
        return test(samples, CellTerms.statistic(samples, distance, resamples));
    }

    /**
     * Tests any number of samples at once.
     *
     * @param samples counts, one row a sample, same cells
     * @param statistic of all samples: the larger, the more extreme; pure
     * @return the result, empty with fewer than two samples, an empty one, or where the statistic is undefined
     */
    public Optional<TestResult> test(long[][] samples, ToDoubleFunction<long[][]> statistic) {
        if (samples.length < 2
                || Arrays.stream(samples).anyMatch(row -> Arrays.stream(row).sum() == 0)) {
            return Optional.empty();
        }
        double observed = statistic.applyAsDouble(samples);
        if (!Double.isFinite(observed)) {
            return Optional.empty();
        }
        // Sums in another order may differ in the last digits; such a deal is as extreme as what was observed.
        double threshold = observed - 1e-12 * Math.max(1, Math.abs(observed));
        return Optional.of(ExactRelabelling.test(samples, statistic, threshold, resamples)
                .map(exact ->
                        result(observed, exact.pValue(), "exact label permutation, " + exact.tables() + " tables"))
                .orElseGet(() -> result(
                        observed,
                        (1.0 + extreme(samples, statistic, threshold)) / (resamples + 1.0),
                        "label permutation, B = " + resamples)));
    }

    private long extreme(long[][] samples, ToDoubleFunction<long[][]> statistic, double threshold) {
        long work = Arrays.stream(samples).mapToLong(row -> row.length).sum() + 64;
        double[] values = Replicates.run(resamples, seed, 1, work, () -> {
            Relabelling relabelling = Relabelling.of(samples);
            long[][] dealt = new long[samples.length][samples[0].length];
            return (random, into) -> {
                relabelling.deal(random, dealt);
                into[0] = statistic.applyAsDouble(dealt);
            };
        })[0];
        return Arrays.stream(values).filter(value -> !(value < threshold)).count();
    }

    private static TestResult result(double statistic, double pValue, String method) {
        return new TestResult(statistic, OptionalDouble.empty(), pValue, Math.log10(pValue), method);
    }
}
