package dev.slop.metrics.inference;

/**
 * What one cell adds to a distance of two samples that is a sum over cells, such as the Jensen–Shannon divergence. A
 * permutation test of such a distance is fast, as few different terms occur. Pure; 0 for an empty cell.
 */
@FunctionalInterface
public interface CellDistance {
    /**
     * {@return the cell's part of the distance}
     *
     * @param a answers of one sample in the cell
     * @param b of the other
     * @param answersA all answers of the one
     * @param answersB all answers of the other
     */
    double of(long a, long b, long answersA, long answersB);
}
