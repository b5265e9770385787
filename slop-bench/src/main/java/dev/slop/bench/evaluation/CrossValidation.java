package dev.slop.bench.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Scores of a logistic regression for cases that it was not fitted on. Features are standardised; a ridge penalty of 1 on
 * the weights keeps a feature that tells the labels apart by itself from an infinite weight.
 */
final class CrossValidation {
    private static final int STEPS = 20;
    private static final double RIDGE = 1;

    private CrossValidation() {}

    /**
     * {@return per case its log-odds by the regression fitted on the other folds}
     *
     * @param features by feature and case
     * @param labels by case
     * @param fold by case, from 0
     * @param folds how many there are
     */
    static double[] scores(double[][] features, boolean[] labels, int[] fold, int folds) {
        double[][] rows = rows(features, labels.length);
        double[] scores = new double[labels.length];
        for (int f = 0; f < folds; f++) {
            int held = f;
            double[] weights = fit(
                    rows,
                    labels,
                    IntStream.range(0, fold.length).filter(i -> fold[i] != held).toArray());
            IntStream.range(0, fold.length)
                    .filter(i -> fold[i] == held)
                    .forEach(i -> scores[i] = dot(rows[i], weights));
        }
        return scores;
    }

    /** By case, with a constant at the end. */
    private static double[][] rows(double[][] features, int cases) {
        double[][] rows = new double[cases][features.length + 1];
        for (int j = 0; j < features.length; j++) {
            double mean = new Mean().evaluate(features[j]);
            double sd = new StandardDeviation().evaluate(features[j]);
            for (int i = 0; i < cases; i++) {
                rows[i][j] = sd > 0 ? (features[j][i] - mean) / sd : 0;
            }
        }
        Arrays.stream(rows).forEach(row -> row[features.length] = 1);
        return rows;
    }

    /** Newton's method; the likelihood is concave. */
    private static double[] fit(double[][] rows, boolean[] labels, int... some) {
        double[] weights = new double[rows[0].length];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[weights.length];
            double[][] curvature = new double[weights.length][weights.length];
            for (int j = 0; j < weights.length; j++) {
                boolean constant = j == weights.length - 1;
                gradient[j] = constant ? 0 : RIDGE * weights[j];
                curvature[j][j] = constant ? 1e-9 : RIDGE;
            }
            for (int i : some) {
                add(rows[i], labels[i], weights, gradient, curvature);
            }
            double[] move = new QRDecomposition(new Array2DRowRealMatrix(curvature, false))
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false))
                    .toArray();
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= move[j];
            }
        }
        return weights;
    }

    private static void add(double[] row, boolean label, double[] weights, double[] gradient, double[][] curvature) {
        double chance = 1 / (1 + Math.exp(-dot(row, weights)));
        for (int j = 0; j < row.length; j++) {
            gradient[j] += (chance - (label ? 1 : 0)) * row[j];
            for (int k = 0; k < row.length; k++) {
                curvature[j][k] += chance * (1 - chance) * row[j] * row[k];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
