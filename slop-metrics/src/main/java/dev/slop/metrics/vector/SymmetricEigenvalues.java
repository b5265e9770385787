package dev.slop.metrics.vector;

import java.util.Arrays;

/**
 * Eigenvalues of a symmetric matrix, without vectors: Householder tridiagonalisation, then QL with implicit shifts.
 *
 * <p>Source: Wilkinson and Reinsch, Handbook for Automatic Computation II (1971), routines tred1 and imtql1. Commons
 * Math's decomposition does not converge on rank-deficient Gram matrices, which is what answers that repeat give.
 */
final class SymmetricEigenvalues {
    private static final int MOST_ITERATIONS = 60;

    private final double[] diagonal;
    /** Off the diagonal: entry i stands between i and i + 1. */
    private final double[] off;
    /** What is small beside the whole matrix is 0: a rank-deficient one would not settle by the measure of its zeros. */
    private final double negligible;

    private SymmetricEigenvalues(double[][] matrix) {
        this.diagonal = new double[matrix.length];
        this.off = new double[matrix.length];
        tridiagonalise(matrix);
        double largest = 0;
        for (int i = 0; i < diagonal.length; i++) {
            largest = Math.max(largest, Math.abs(diagonal[i]) + Math.abs(off[i]));
        }
        this.negligible = Math.ulp(1.0) * largest;
        for (int l = 0; l < diagonal.length; l++) {
            settle(l);
        }
    }

    /** {@return the eigenvalues, ascending} The matrix is overwritten. */
    static double[] of(double[][] symmetric) {
        double[] values = new SymmetricEigenvalues(symmetric).diagonal;
        Arrays.sort(values);
        return values;
    }

    /* Works from the first column to the last. The trailing block is kept whole, not as a triangle, so that every inner
     * loop runs along a row and adds a multiple of one array to another: the shape the compiler vectorises. */
    private void tridiagonalise(double[][] a) {
        int n = a.length;
        double[] v = new double[n];
        double[] p = new double[n];
        for (int k = 0; k < n - 1; k++) {
            diagonal[k] = a[k][k];
            double h = reflector(a[k], k, v);
            if (h > 0) {
                multiply(a, k + 1, v, p);
                reduce(p, v, k + 1, h);
                update(a, k + 1, v, p);
            }
        }
        if (n > 0) {
            diagonal[n - 1] = a[n - 1][n - 1];
        }
    }

    /** Sets v to the vector that folds row k onto its first entry beyond the diagonal; returns |v|²/2, 0 if nothing is to be done. */
    private double reflector(double[] row, int k, double[] v) {
        double scale = 0;
        for (int j = k + 2; j < row.length; j++) {
            scale = Math.max(scale, Math.abs(row[j]));
        }
        off[k] = row[k + 1];
        if (scale == 0) {
            return 0;
        }
        scale = Math.max(scale, Math.abs(row[k + 1]));
        double sum = 0;
        for (int j = k + 1; j < row.length; j++) {
            v[j] = row[j] / scale;
            sum += v[j] * v[j];
        }
        double g = -Math.copySign(Math.sqrt(sum), v[k + 1]);
        off[k] = scale * g;
        double h = sum - v[k + 1] * g;
        v[k + 1] -= g;
        return h;
    }

    private static void multiply(double[][] a, int from, double[] v, double[] p) {
        Arrays.fill(p, from, p.length, 0);
        int i = from;
        for (; i + 3 < a.length; i += 4) {
            addFour(a, i, from, v, p);
        }
        for (; i < a.length; i++) {
            double[] row = a[i];
            double x = v[i];
            for (int j = from; j < p.length; j++) {
                p[j] += x * row[j];
            }
        }
    }

    private static void addFour(double[][] a, int i, int from, double[] v, double[] p) {
        double[] r0 = a[i];
        double[] r1 = a[i + 1];
        double[] r2 = a[i + 2];
        double[] r3 = a[i + 3];
        double x0 = v[i];
        double x1 = v[i + 1];
        double x2 = v[i + 2];
        double x3 = v[i + 3];
        for (int j = from; j < p.length; j++) {
            p[j] += x0 * r0[j] + x1 * r1[j] + (x2 * r2[j] + x3 * r3[j]);
        }
    }

    /** Makes of p = A v the vector q = p/h − (vᵀp / 2h²) v, so that the block becomes A − v qᵀ − q vᵀ. */
    private static void reduce(double[] p, double[] v, int from, double h) {
        double dot = 0;
        for (int j = from; j < p.length; j++) {
            p[j] /= h;
            dot += p[j] * v[j];
        }
        double share = dot / (2 * h);
        for (int j = from; j < p.length; j++) {
            p[j] -= share * v[j];
        }
    }

    private static void update(double[][] a, int from, double[] v, double[] q) {
        for (int i = from; i < a.length; i++) {
            double[] row = a[i];
            double x = v[i];
            double y = q[i];
            for (int j = from; j < row.length; j++) {
                row[j] -= x * q[j] + y * v[j];
            }
        }
    }

    private void settle(int l) {
        for (int iteration = 0; ; iteration++) {
            int m = smallFrom(l);
            if (m == l) {
                return;
            }
            if (iteration == MOST_ITERATIONS) {
                throw new ArithmeticException(
                        "eigenvalues did not settle; has the matrix numbers that are not finite?");
            }
            step(l, m);
        }
    }

    /** The first position from l whose off-diagonal entry is negligible. */
    private int smallFrom(int l) {
        int m = l;
        while (m < diagonal.length - 1 && Math.abs(off[m]) > negligible) {
            m++;
        }
        return m;
    }

    private void step(int l, int m) {
        double g = (diagonal[l + 1] - diagonal[l]) / (2 * off[l]);
        double r = Math.hypot(g, 1);
        g = diagonal[m] - diagonal[l] + off[l] / (g + Math.copySign(r, g));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * off[i];
            double b = c * off[i];
            r = Math.sqrt(f * f + g * g);
            off[i + 1] = r;
            if (r == 0) {
                diagonal[i + 1] -= p;
                off[m] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = diagonal[i + 1] - p;
            r = (diagonal[i] - g) * s + 2 * c * b;
            p = s * r;
            diagonal[i + 1] = g + p;
            g = c * r - b;
        }
        diagonal[l] -= p;
        off[l] = g;
        off[m] = 0;
    }
}
