package dev.slop.metrics.goodness;

import java.util.Arrays;
import java.util.Map;

/**
 * Answers sorted into the cells of a stated distribution. Immutable. Answers outside of it are counted apart and are no
 * part of any test.
 *
 * @see Target#observe
 */
public final class CellCounts {
    private final CellProbabilities probabilities;
    /** Cells that are not listed here have no answers. */
    private final long[] counts;
    /** Parallel to the counts; empty where all cells are alike. */
    private final double[] shares;

    private final long inside;
    private final long outside;

    private CellCounts(CellProbabilities probabilities, long[] counts, double[] shares, long outside) {
        this.probabilities = probabilities;
        this.counts = counts;
        this.shares = shares;
        this.inside = sum(counts);
        this.outside = outside;
    }

    static CellCounts observed(CellProbabilities probabilities, Map<Integer, Long> counts, long outside) {
        return new CellCounts(
                probabilities,
                counts.values().stream().mapToLong(Long::longValue).toArray(),
                probabilities.isUniform()
                        ? new double[0]
                        : counts.keySet().stream()
                                .mapToDouble(probabilities::of)
                                .toArray(),
                outside);
    }

    /** Equal probabilities of all cells, without a copy of the counts. */
    static CellCounts viewOf(long[] counts) {
        return new CellCounts(CellProbabilities.uniform(counts.length), counts, new double[0], 0);
    }

    /**
     * {@return counts held against equal probabilities}
     *
     * @param counts of all cells, those without answers too
     * @throws IllegalArgumentException if there is no cell or a count is negative
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    public static CellCounts of(long[] counts) {
        return viewOf(counts.clone());
    }

    /**
     * {@return counts held against probabilities in proportion to weights, such as expected counts}
     *
     * @param counts of all cells, those without answers too
     * @param weights parallel to the counts, positive, in any unit
     * @throws IllegalArgumentException if the arrays differ in length or are empty, a count is negative or a weight not
     *     positive and finite
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    public static CellCounts of(long[] counts, double[] weights) {
        if (counts.length != weights.length) {
            throw new IllegalArgumentException(counts.length + " counts, but " + weights.length + " weights");
        }
        CellProbabilities probabilities = CellProbabilities.of(weights);
        double[] shares = new double[weights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = probabilities.of(i);
        }
        return new CellCounts(probabilities, counts.clone(), shares, 0);
    }

    /**
     * {@return other counts of the same cells, such as a bootstrap resample of {@link #counts()}; none outside}
     *
     * @param resampled parallel to {@link #counts()}; further counts are of cells that had no answers, whose probability
     *     is taken as the mean of theirs
     * @throws IllegalArgumentException if there are fewer counts, or one is negative
     */
    public CellCounts withCounts(long[] resampled) {
        if (resampled.length < counts.length) {
            throw new IllegalArgumentException(resampled.length + " counts for " + counts.length + " cells");
        }
        boolean known = resampled.length == counts.length || (equalShares() && resampled.length <= cells());
        return new CellCounts(probabilities, resampled.clone(), known ? shares : withUnlisted(resampled.length), 0);
    }

    private double[] withUnlisted(int size) {
        int unlisted = cells() - counts.length;
        double share = unlisted == 0 ? 0 : unlistedShare() / unlisted;
        double[] all = new double[size];
        Arrays.setAll(all, i -> i < counts.length ? share(i) : share);
        return all;
    }

    /** {@return n, the number of answers within the cells} */
    public long inside() {
        return inside;
    }

    /** {@return the number of answers that belong to no cell} */
    public long outside() {
        return outside;
    }

    /** {@return the number of cells, those without answers too} */
    public int cells() {
        return probabilities.size();
    }

    /** {@return a copy of the counts, in the order of the cells; cells without answers may be left out} */
    public long[] counts() {
        return counts.clone();
    }

    /** {@return the smallest expected count of a cell, n times its probability} */
    public double smallestExpected() {
        return inside * probabilities.smallest();
    }

    CellProbabilities probabilities() {
        return probabilities;
    }

    /** Whether every cell has the same probability. */
    boolean equalShares() {
        return shares.length == 0;
    }

    int listed() {
        return counts.length;
    }

    long count(int i) {
        return counts[i];
    }

    double share(int i) {
        return equalShares() ? probabilities.smallest() : shares[i];
    }

    /** Probability of the cells that are not listed, and so have no answers. */
    double unlistedShare() {
        if (counts.length >= cells()) {
            return 0;
        }
        if (equalShares()) {
            return (double) (cells() - counts.length) / cells();
        }
        double listed = 0;
        for (double share : shares) {
            listed += share;
        }
        return Math.max(0, 1 - listed);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        long signs = 0;
        for (long count : counts) {
            sum = Math.addExact(sum, count);
            signs |= count;
        }
        if (signs < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
        return sum;
    }
}
