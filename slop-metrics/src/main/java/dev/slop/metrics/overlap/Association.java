package dev.slop.metrics.overlap;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.goodness.ChiSquareTail;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.PermutationTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How strongly the answer tells the model, over a table of answers by model with r models, c different answers and n
 * answers. Models without answers do not count.
 */
public final class Association {
    private static final double[] X_LOG_X = IntStream.range(0, 256)
            .mapToDouble(x -> x == 0 ? 0 : x * Math.log(x))
            .toArray();

    private final long[][] counts;
    private final double[] rowTotals;
    private final double[] columnTotals;
    private final double total;

    private Association(long[][] counts) {
        this.counts = counts;
        this.rowTotals = new double[counts.length];
        this.columnTotals = new double[counts.length == 0 ? 0 : counts[0].length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columnTotals.length; j++) {
                rowTotals[i] += counts[i][j];
                columnTotals[j] += counts[i][j];
            }
        }
        this.total = Arrays.stream(rowTotals).sum();
    }

    /**
     * {@return the association in a table}
     *
     * @param table answers by model
     */
    public static Association of(ContingencyTable table) {
        return new Association(table.counts());
    }

    static Association of(long[][] counts) {
        return new Association(counts);
    }

    /** {@return Pearson's chi-square of homogeneity: sum (O − E)² / E with E = row × column / n; 0 without answers} */
    public double chiSquare() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columnTotals.length; j++) {
                double expected = rowTotals[i] * columnTotals[j] / total;
                double difference = counts[i][j] - expected;
                sum += expected > 0 ? difference * difference / expected : 0;
            }
        }
        return sum;
    }

    /** {@return the likelihood-ratio statistic of homogeneity: 2 sum O ln(O / E); 0 without answers} */
    public double g() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columnTotals.length; j++) {
                double observed = counts[i][j];
                sum += observed > 0 ? observed * Math.log(observed / rowTotals[i] * (total / columnTotals[j])) : 0;
            }
        }
        return Math.max(0, 2 * sum);
    }

    /** {@return (r − 1)(c − 1) over the models and answers that occur} */
    public long degreesOfFreedom() {
        return Math.max(0, present(rowTotals) - 1) * Math.max(0, present(columnTotals) - 1);
    }

    /**
     * {@return Cramér's V: sqrt(chi-square / n / min(r − 1, c − 1)), in [0, 1]; empty where all answers are the same
     * or fewer than two models answered} Biased upwards: prefer {@link #cramersVCorrected()}.
     */
    public OptionalDouble cramersV() {
        return cramersV(chiSquare(), total, (double) present(rowTotals), (double) present(columnTotals));
    }

    static OptionalDouble cramersV(double chiSquare, double total, double rows, double columns) {
        double smaller = Math.min(rows, columns) - 1;
        return smaller < 1 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(chiSquare / total / smaller));
    }

    /**
     * {@return Cramér's V corrected for bias; empty where all answers are the same, fewer than two models answered or
     * every answer differs}
     *
     * <p>φ² = max(0, chi-square / n − (r − 1)(c − 1) / (n − 1)), r' = r − (r − 1)² / (n − 1), c' likewise,
     * V = sqrt(φ² / min(r' − 1, c' − 1)). Source: Bergsma, Journal of the Korean Statistical Society 42 (2013) 323.
     */
    public OptionalDouble cramersVCorrected() {
        return cramersVCorrected(chiSquare(), total, (double) present(rowTotals), (double) present(columnTotals));
    }

    static OptionalDouble cramersVCorrected(double chiSquare, double total, double models, double answers) {
        double rows = models - 1;
        double columns = answers - 1;
        double smaller = Math.min(rows - rows * rows / (total - 1), columns - columns * columns / (total - 1));
        if (!(rows >= 1 && columns >= 1 && smaller > 0)) {
            return OptionalDouble.empty();
        }
        double phiSquared = Math.max(0, chiSquare / total - rows * columns / (total - 1));
        return OptionalDouble.of(Math.min(1, Math.sqrt(phiSquared / smaller)));
    }

    /**
     * {@return mutual information of model and answer in bits, G / (2 n ln 2): what one answer tells about who gave it,
     * from 0 to the entropy of the models' shares of all answers; empty without answers} Biased upwards by about
     * (r − 1)(c − 1) / (2 n ln 2).
     */
    public OptionalDouble mutualInformationBits() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(g() / (2 * total * Math.log(2)));
    }

    /**
     * {@return Pearson's test of independence of model and answer, {@link #chiSquare()} against the chi-square
     * distribution with {@link #degreesOfFreedom()}; empty where these are 0} With expected counts below 5, as most
     * questions to models have, the p-value is a rough one: {@link #homogeneity} is exact there.
     */
    public Optional<TestResult> chiSquareTest() {
        return asymptotic(chiSquare());
    }

    /** {@return the likelihood-ratio test of independence, as {@link #chiSquareTest()} with {@link #g()}} */
    public Optional<TestResult> gTest() {
        return asymptotic(g());
    }

    private Optional<TestResult> asymptotic(double statistic) {
        double freedom = degreesOfFreedom();
        return freedom == 0
                ? Optional.empty()
                : Optional.of(new TestResult(
                        statistic,
                        OptionalDouble.of(freedom),
                        ChiSquareTail.survivalProbability(statistic, freedom),
                        ChiSquareTail.log10SurvivalProbability(statistic, freedom),
                        "chi-square distribution, smallest expected count " + smallestExpected()));
    }

    private double smallestExpected() {
        double rows = Arrays.stream(rowTotals).filter(sum -> sum > 0).min().orElse(0);
        double columns =
                Arrays.stream(columnTotals).filter(sum -> sum > 0).min().orElse(0);
        return Math.round(rows * columns / total * 1000) / 1000.0;
    }

    /**
     * Estimates {@link #cramersVCorrected()}.
     *
     * @param table answers by model
     * @param bootstrap makes the interval
     * @return the estimate, or why there is none
     */
    public static Quantity cramersV(ContingencyTable table, Bootstrap bootstrap) {
        Association association = of(table);
        if (present(association.rowTotals) < 2) {
            return Quantity.unavailable("fewer than two models answered");
        }
        if (present(association.columnTotals) < 2) {
            return Quantity.unavailable("all answers are the same");
        }
        if (association.cramersVCorrected().isEmpty()) {
            return Quantity.unavailable("every answer differs");
        }
        return estimate(table, bootstrap, Bounds.UNIT, Association::cramersVCorrected);
    }

    /**
     * Estimates {@link #mutualInformationBits()}.
     *
     * @param table answers by model
     * @param bootstrap makes the interval
     * @return the estimate, or why there is none
     */
    public static Quantity mutualInformationBits(ContingencyTable table, Bootstrap bootstrap) {
        Bounds bounds = new Bounds(0, Math.max(1, Math.log(table.rows()) / Math.log(2)));
        return estimate(table, bootstrap, bounds, Association::mutualInformationBits);
    }

    /**
     * Tests that all models draw their answers from one distribution, by the likelihood-ratio statistic {@link #g()}.
     *
     * @param table answers by model
     * @param test makes the p-value
     * @return the result; empty with fewer than two models or where one has no answers
     */
    public static Optional<TestResult> homogeneity(ContingencyTable table, PermutationTest test) {
        // Deals keep the totals, so that of G only the sum of x ln x differs: a constant away, and quick.
        double constant = of(table).g() - 2 * sumOfXLogX(table.counts());
        return test.test(table.counts(), counts -> constant + 2 * sumOfXLogX(counts));
    }

    private static double sumOfXLogX(long[][] counts) {
        double sum = 0;
        for (long[] row : counts) {
            for (long x : row) {
                if (x > 1) {
                    sum += x < X_LOG_X.length ? X_LOG_X[(int) x] : x * Math.log((double) x);
                }
            }
        }
        return sum;
    }

    private static Quantity estimate(
            ContingencyTable table,
            Bootstrap bootstrap,
            Bounds bounds,
            Function<Association, OptionalDouble> statistic) {
        return bootstrap
                .estimateAll(
                        table.counts(),
                        List.of(bounds),
                        (samples, into) ->
                                into[0] = statistic.apply(of(samples)).orElse(Double.NaN))
                .get(0);
    }

    private static long present(double[] totals) {
        return Arrays.stream(totals).filter(sum -> sum > 0).count();
    }
}
