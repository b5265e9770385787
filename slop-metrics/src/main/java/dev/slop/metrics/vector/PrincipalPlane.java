package dev.slop.metrics.vector;

import java.util.ArrayList;
import java.util.List;

/**
 * A map: the texts seen from where they spread most, principal component analysis to two dimensions.
 *
 * <p>The rows are centred; the axes are the first two eigenvectors of their covariance, found by power iteration, each
 * turned so that its coordinate of greatest size is positive (as scikit-learn's {@code svd_flip}), so that equal data
 * give equal maps. Distances on the map are at most those in the space; {@code share} tells how much of the variance is
 * seen. Where the second and the third axis spread alike, any direction between them serves. Texts that are all the same
 * lie at (0, 0), with shares of 0. Source: Pearson (1901); Hotelling (1933).
 *
 * @param points one a text, in order
 * @param firstShare share of the variance along x, in [0, 1]
 * @param secondShare share of the variance along y, in [0, firstShare]
 */
public record PrincipalPlane(List<Point> points, double firstShare, double secondShare) {
    private static final int MOST_ITERATIONS = 1_000;
    private static final double SETTLED = 1e-12;
    /** Rounding of single-precision rows, beside a length of 1. */
    private static final double NOTHING = 1e-12;

    public PrincipalPlane {
        points = List.copyOf(points);
    }

    /**
     * A place on the map.
     *
     * @param x along the direction of most variance
     * @param y along the next
     */
    public record Point(double x, double y) {}

    /**
     * {@return the map of some texts}
     *
     * @param texts embedded
     */
    public static PrincipalPlane of(Embeddings texts) {
        return of(texts, Weights.ones(texts.size()));
    }

    /**
     * {@return the map of texts that were given several times, as if each were there so often}
     *
     * @param texts embedded, each different one once
     * @param counts how often each was given, at least 0
     * @throws IllegalArgumentException if there are not as many counts as texts, one is negative, or all are 0
     */
    public static PrincipalPlane of(Embeddings texts, long[] counts) {
        return of(texts, Weights.of(texts, counts));
    }

    private static PrincipalPlane of(Embeddings texts, Weights weights) {
        double[][] centred = centred(texts, weights);
        double variance = 0;
        for (int i = 0; i < centred.length; i++) {
            variance += weights.of(i) * Rows.squaredLength(centred[i]);
        }
        double[] first = axis(centred, weights, variance, new double[texts.dimension()]);
        double[] x = scores(centred, first);
        double[] second = axis(centred, weights, variance, first);
        double[] y = scores(centred, second);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            points.add(new Point(x[i], y[i]));
        }
        double scale = variance > NOTHING * weights.total() ? variance : Double.POSITIVE_INFINITY;
        return new PrincipalPlane(points, weights.squares(x) / scale, weights.squares(y) / scale);
    }

    private static double[][] centred(Embeddings texts, Weights weights) {
        int n = texts.size();
        double[] sum = new double[texts.dimension()];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += weights.of(i) * texts.rows()[i][j];
            }
        }
        double total = weights.total();
        double[][] centred = new double[n][sum.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < sum.length; j++) {
                centred[i][j] = texts.rows()[i][j] - sum[j] / total;
            }
        }
        return centred;
    }

    /** The unit direction of most variance at right angles to {@code other}; zeros where there is none left. */
    private static double[] axis(double[][] centred, Weights weights, double variance, double[] other) {
        double[] axis = start(centred, weights, other);
        if (Math.sqrt(Rows.squaredLength(axis)) <= Math.sqrt(NOTHING * Math.max(1, variance))) {
            return new double[axis.length];
        }
        scale(axis);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[] next = product(centred, weights, axis);
            remove(other, next);
            scale(next);
            double change = 1 - Math.abs(Rows.dot(axis, next));
            axis = next;
            if (change < SETTLED) {
                break;
            }
        }
        return turned(axis);
    }

    /** The longest row once {@code other} is taken out: it cannot be at right angles to all that is left. */
    private static double[] start(double[][] centred, Weights weights, double[] other) {
        double[] longest = new double[other.length];
        for (int i = 0; i < centred.length; i++) {
            double[] left = centred[i].clone();
            remove(other, left);
            if (weights.of(i) > 0 && Rows.squaredLength(left) > Rows.squaredLength(longest)) {
                longest = left;
            }
        }
        return longest;
    }

    private static double[] product(double[][] centred, Weights weights, double[] axis) {
        double[] sum = new double[axis.length];
        for (int i = 0; i < centred.length; i++) {
            double along = weights.of(i) * Rows.dot(centred[i], axis);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += along * centred[i][j];
            }
        }
        return sum;
    }

    private static void remove(double[] unit, double[] from) {
        double along = Rows.dot(unit, from);
        for (int j = 0; j < from.length; j++) {
            from[j] -= along * unit[j];
        }
    }

    private static void scale(double[] vector) {
        double length = Math.sqrt(Rows.squaredLength(vector));
        for (int j = 0; length > 0 && j < vector.length; j++) {
            vector[j] /= length;
        }
    }

    private static double[] turned(double[] axis) {
        double largest = 0;
        for (double v : axis) {
            largest = Math.abs(v) > Math.abs(largest) + SETTLED ? v : largest;
        }
        for (int j = 0; largest < 0 && j < axis.length; j++) {
            axis[j] = -axis[j];
        }
        return axis;
    }

    private static double[] scores(double[][] centred, double[] axis) {
        double[] scores = new double[centred.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Rows.dot(centred[i], axis);
        }
        return scores;
    }
}
