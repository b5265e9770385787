package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws n answers with replacement from n answers that are held as counts: a multinomial draw. Three exact methods, the
 * cheapest for the data at hand. Immutable.
 */
abstract sealed class Resampler permits CodeResampler, PoissonResampler, BinomialResampler {
    /* Nanoseconds on the machine the project was measured on; only their ratios matter, and only for speed. */
    private static final double PER_CODE = 1.6;
    private static final double PER_POISSON_CELL = 7;
    private static final double PER_TOP_UP = 10;
    private static final double PER_BINOMIAL_CELL = 90;

    /** The cells that hold answers. */
    final int[] cells;
    /** How many answers each of them holds. */
    final long[] counts;
    /** The number of answers. */
    final long total;

    Resampler(long[] row) {
        this.cells = IntStream.range(0, row.length).filter(i -> row[i] > 0).toArray();
        this.counts = Arrays.stream(cells).mapToLong(i -> row[i]).toArray();
        this.total = Arrays.stream(counts).sum();
    }

    static Resampler of(long[] row) {
        long total = Arrays.stream(row).sum();
        long filled = Arrays.stream(row).filter(count -> count > 0).count();
        double byCode = total <= CodeResampler.MOST_ANSWERS ? total * PER_CODE : Double.POSITIVE_INFINITY;
        double byPoisson = PoissonResampler.applies(row)
                ? filled * PER_POISSON_CELL + PoissonResampler.shortfall(total) * PER_TOP_UP
                : Double.POSITIVE_INFINITY;
        double byBinomial = filled * PER_BINOMIAL_CELL;
        if (byCode <= Math.min(byPoisson, byBinomial)) {
            return new CodeResampler(row);
        }
        return byPoisson < byBinomial ? new PoissonResampler(row) : new BinomialResampler(row);
    }

    /**
     * Draws one resample.
     *
     * @param random source of randomness
     * @param into takes the counts; overwritten
     */
    abstract void draw(SplittableRandom random, long[] into);
}
