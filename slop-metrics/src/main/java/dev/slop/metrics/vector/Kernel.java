package dev.slop.metrics.vector;

/** A matrix of similarities that somebody else computed. */
final class Kernel {
    private static final double TOLERANCE = 1e-9;

    private Kernel() {}

    /** {@return a copy} */
    static double[][] checked(double[][] similarities) {
        int n = similarities.length;
        if (n == 0) {
            throw new IllegalArgumentException("needs at least one row");
        }
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            if (similarities[i].length != n) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + similarities[i].length + " numbers, not " + n);
            }
            if (!(Math.abs(similarities[i][i] - 1) <= TOLERANCE)) {
                throw new IllegalArgumentException(
                        "row " + i + ": a text's similarity to itself must be 1: " + similarities[i][i]);
            }
            copy[i] = similarities[i].clone();
            requireSymmetric(similarities, i);
        }
        return copy;
    }

    private static void requireSymmetric(double[][] k, int i) {
        for (int j = 0; j < i; j++) {
            if (!(Math.abs(k[i][j] - k[j][i]) <= TOLERANCE)) {
                throw new IllegalArgumentException(
                        "row " + i + ": similarity to " + j + " is " + k[i][j] + " here and " + k[j][i] + " there");
            }
        }
    }

    static double sumOfSquares(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            sum += Rows.squaredLength(row);
        }
        return sum;
    }
}
