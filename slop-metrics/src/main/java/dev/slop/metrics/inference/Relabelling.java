package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Deals the pooled answers of several samples out to samples of the same sizes, each deal as likely as any other. Holds
 * working state: one a thread.
 */
abstract sealed class Relabelling permits ShuffleRelabelling, ThinningRelabelling {
    /* Nanoseconds on the machine the project was measured on; only their ratio matters, and only for speed. */
    private static final double PER_SWAP = 3;
    private static final double PER_THINNED_CELL = 100;
    private static final int MOST_CODES = 1 << 24;

    /** Counts of all samples together. */
    final long[] pool;
    /** Answers of each sample. */
    final long[] sizes;
    /** The largest sample: it gets what the others leave. */
    final int largest;

    Relabelling(long[][] samples) {
        pool = new long[samples[0].length];
        sizes = new long[samples.length];
        for (int row = 0; row < samples.length; row++) {
            for (int cell = 0; cell < pool.length; cell++) {
                pool[cell] += samples[row][cell];
                sizes[row] += samples[row][cell];
            }
        }
        largest = IntStream.range(0, sizes.length)
                .reduce((a, b) -> sizes[b] > sizes[a] ? b : a)
                .orElse(0);
    }

    static Relabelling of(long[][] samples) {
        LongSummaryStatistics sizes = Arrays.stream(samples)
                .mapToLong(row -> Arrays.stream(row).sum())
                .summaryStatistics();
        double swaps = (double) sizes.getSum() - sizes.getMax();
        double thinned = (double) samples[0].length * (samples.length - 1);
        return sizes.getSum() <= MOST_CODES && swaps * PER_SWAP <= thinned * PER_THINNED_CELL
                ? new ShuffleRelabelling(samples)
                : new ThinningRelabelling(samples);
    }

    /**
     * Deals once.
     *
     * @param random source of randomness
     * @param into takes the counts by sample; overwritten
     */
    final void deal(SplittableRandom random, long[][] into) {
        System.arraycopy(pool, 0, into[largest], 0, pool.length);
        start();
        for (int row = 0; row < sizes.length; row++) {
            if (row != largest) {
                Arrays.fill(into[row], 0);
                take(random, sizes[row], into[row], into[largest]);
            }
        }
    }

    /** Begins a deal. */
    abstract void start();

    /** Moves {@code answers} answers that are left in the pool to a sample that is empty. */
    abstract void take(SplittableRandom random, long answers, long[] into, long[] left);
}
