package dev.slop.metrics.goodness;

import java.util.Arrays;

/** Probabilities of numbered cells. Equal ones take no memory, so that a support of millions costs nothing. */
final class CellProbabilities {
    private final int size;
    private final double[] shares;
    private final double smallest;

    private CellProbabilities(int size, double[] shares, double smallest) {
        this.size = size;
        this.shares = shares;
        this.smallest = smallest;
    }

    static CellProbabilities uniform(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a distribution needs a cell");
        }
        return new CellProbabilities(size, new double[0], 1.0 / size);
    }

    /** Scales positive weights to probabilities. */
    static CellProbabilities of(double[] weights) {
        double sum = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double weight : weights) {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("a weight must be positive: " + weight);
            }
            sum += weight;
            smallest = Math.min(smallest, weight);
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weights must have a positive, finite sum: " + sum);
        }
        double[] shares = weights.clone();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return new CellProbabilities(shares.length, shares, smallest / sum);
    }

    int size() {
        return size;
    }

    boolean isUniform() {
        return shares.length == 0;
    }

    double of(int cell) {
        return isUniform() ? smallest : shares[cell];
    }

    double smallest() {
        return smallest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellProbabilities that && size == that.size && Arrays.equals(shares, that.shares);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(shares);
    }
}
