package dev.slop.metrics.overlap;

import java.util.Arrays;

/** What {@link ModelsTogether} needs of a table whose rows all have answers; empty cells cost a look each, no more. */
final class TogetherSums {
    /** Mean number of different answers of a model. */
    final double alpha0;
    /** Exponential of the mean entropy of a model. */
    final double alpha1;
    /** Inverse of the mean Simpson concentration of a model. */
    final double alpha2;

    private final double[] rowTotals;
    private final double[] columnTotals;
    private final double[] meanShares;
    private final double total;

    private double filled;
    private double entropies;
    private double squaredShares;
    private double logRatios;
    private double chiTerms;
    private double alikeWithin;
    private double pairsWithin;
    /** Mean over models of the chance that two fresh answers of one are the same. */
    double agreementWithin;

    private double columns;
    private double pooledEntropy;
    private double pooledSquares;
    private double alikeAll;
    private double squares;

    TogetherSums(long[][] counts) {
        rowTotals = new double[counts.length];
        columnTotals = new double[counts[0].length];
        meanShares = new double[counts[0].length];
        for (int row = 0; row < counts.length; row++) {
            addTotals(row, counts[row]);
        }
        total = Arrays.stream(rowTotals).sum();
        for (int row = 0; row < counts.length; row++) {
            addAnswers(rowTotals[row], counts[row]);
        }
        addColumns();
        alpha0 = filled / rowTotals.length;
        alpha1 = Math.exp(entropies / rowTotals.length);
        alpha2 = rowTotals.length / squaredShares;
    }

    private void addTotals(int row, long[] counts) {
        long answers = 0;
        for (int column = 0; column < counts.length; column++) {
            if (counts[column] != 0) {
                answers += counts[column];
                columnTotals[column] += counts[column];
            }
        }
        rowTotals[row] = answers;
        pairsWithin += (double) answers * (answers - 1);
    }

    private void addAnswers(double answers, long[] counts) {
        double alike = 0;
        for (int column = 0; column < counts.length; column++) {
            if (counts[column] != 0) {
                double x = counts[column];
                double share = x / answers;
                double relative = share * (total / columnTotals[column]);
                filled++;
                meanShares[column] += share / rowTotals.length;
                entropies -= share * Math.log(share);
                squaredShares += share * share;
                logRatios += x * Math.log(relative);
                chiTerms += x * relative;
                alike += x * (x - 1);
            }
        }
        alikeWithin += alike;
        agreementWithin += alike / (answers * (answers - 1)) / rowTotals.length;
    }

    private void addColumns() {
        for (int column = 0; column < columnTotals.length; column++) {
            double answers = columnTotals[column];
            if (answers > 0) {
                columns++;
                pooledEntropy -= meanShares[column] * Math.log(meanShares[column]);
                pooledSquares += meanShares[column] * meanShares[column];
                alikeAll += answers * (answers - 1);
                squares += answers / total * (answers / total);
            }
        }
    }

    double gamma0() {
        return bounded(alpha0, columns);
    }

    double gamma1() {
        return bounded(alpha1, Math.exp(pooledEntropy));
    }

    double gamma2() {
        return bounded(alpha2, 1 / pooledSquares);
    }

    /** Rounding may put gamma a last digit outside the range that theory gives it. */
    private double bounded(double alpha, double gamma) {
        return Math.min(rowTotals.length * alpha, Math.max(alpha, gamma));
    }

    double turnover(double alpha, double gamma) {
        return rowTotals.length < 2 ? Double.NaN : (gamma / alpha - 1) / (rowTotals.length - 1);
    }

    double cramersV() {
        return Association.cramersV(chiSquare(), total, rowTotals.length, columns)
                .orElse(Double.NaN);
    }

    double cramersVCorrected() {
        return Association.cramersVCorrected(chiSquare(), total, rowTotals.length, columns)
                .orElse(Double.NaN);
    }

    private double chiSquare() {
        return Math.max(0, chiTerms - total);
    }

    double mutualInformationBits() {
        return Math.max(0, logRatios) / (total * Math.log(2));
    }

    double agreementBetween() {
        double across = total * (total - 1) - pairsWithin;
        return across > 0 ? (alikeAll - alikeWithin) / across : Double.NaN;
    }

    double krippendorffAlpha() {
        double pairs = total * (total - 1);
        return alikeAll < pairs ? 1 - (1 - agreementBetween()) / ((pairs - alikeAll) / pairs) : Double.NaN;
    }

    double fleissKappa() {
        return alikeAll < total * (total - 1) ? (agreementBetween() - squares) / (1 - squares) : Double.NaN;
    }
}
