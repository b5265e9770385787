package dev.slop.metrics.overlap;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.Bounds;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Krippendorff's alpha, agreement beyond chance: 1 − D<sub>o</sub> / D<sub>e</sub>, the disagreement observed within
 * units over the disagreement expected of any two answers. 1 is full agreement, 0 that of chance, less than 0
 * systematic disagreement. Undefined where no unit has two answers or all answers are the same.
 *
 * <p>Any number of raters, missing ratings allowed: a unit with m answers contributes
 * o<sub>ck</sub> = n<sub>uc</sub>(n<sub>uk</sub> − [c = k]) / (m − 1), units with one answer contribute nothing.
 *
 * <p>Source: Krippendorff, Content Analysis (2004), chapter 11; Hayes and Krippendorff, Communication Methods and
 * Measures 1 (2007) 77; values checked against the R package irr and fast-krippendorff.
 */
public final class KrippendorffAlpha {
    private KrippendorffAlpha() {}

    /**
     * {@return alpha with models as raters of one prompt, nominal; empty where fewer than two models answered or all
     * answers are the same}
     *
     * <p>The draws of a prompt have no partner in another model's draws, so alpha is taken over all ways to pair them:
     * D<sub>o</sub> is the share of unlike answers among all pairs of answers of different models, D<sub>e</sub> among
     * all pairs of answers. For models with the same number of answers this is exactly the mean of alpha over all
     * pairings. About 0: an answer agrees as often with another model's as with any; −1 / (M − 1): every model agrees
     * with itself only.
     *
     * @param table answers by model
     */
    public static OptionalDouble acrossModels(ContingencyTable table) {
        return acrossModels(table.counts());
    }

    /**
     * Estimates {@link #acrossModels(ContingencyTable)}.
     *
     * @param table answers by model
     * @param bootstrap makes the interval
     * @return the estimate, or why there is none
     */
    public static Quantity acrossModels(ContingencyTable table, Bootstrap bootstrap) {
        if (acrossModels(table).isEmpty()) {
            return Quantity.unavailable(table.total() == 0 ? "no answers" : "all answers are the same or of one model");
        }
        return bootstrap
                .estimateAll(
                        table.counts(),
                        List.of(new Bounds(-1, 1)),
                        (samples, into) -> into[0] = acrossModels(samples).orElse(Double.NaN))
                .get(0);
    }

    static OptionalDouble acrossModels(long[][] counts) {
        double alikeAll = 0;
        double alikeWithin = 0;
        double pairsWithin = 0;
        double[] columns = new double[counts.length == 0 ? 0 : counts[0].length];
        for (long[] row : counts) {
            double answers = 0;
            for (int i = 0; i < columns.length; i++) {
                answers += row[i];
                columns[i] += row[i];
                alikeWithin += (double) row[i] * (row[i] - 1);
            }
            pairsWithin += answers * (answers - 1);
        }
        double total = 0;
        for (double column : columns) {
            total += column;
            alikeAll += column * (column - 1);
        }
        double pairsAll = total * (total - 1);
        double expected = (pairsAll - alikeAll) / pairsAll;
        double across = pairsAll - pairsWithin;
        return across > 0 && expected > 0
                ? OptionalDouble.of(1 - (across - (alikeAll - alikeWithin)) / across / expected)
                : OptionalDouble.empty();
    }

    /**
     * {@return alpha of nominal answers, empty where it is undefined}
     *
     * @param answersByUnit per unit, for example a prompt, how often each answer was given
     */
    public static OptionalDouble nominal(long[][] answersByUnit) {
        return ofNominal(answersByUnit, answersByUnit.length == 0 ? 0 : answersByUnit[0].length);
    }

    /**
     * {@return alpha of answers that are numbers, empty where it is undefined}
     *
     * @param answersByUnit per unit how often each value was given
     * @param values the values of the columns, strictly ascending
     * @param level what the difference of two values means
     * @throws IllegalArgumentException if the values do not ascend, or are not positive or 0 at ratio level
     */
    public static OptionalDouble of(long[][] answersByUnit, double[] values, MeasurementLevel level) {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i - 1] < values[i])) {
                throw new IllegalArgumentException("values must ascend: " + values[i - 1] + ", " + values[i]);
            }
        }
        if (level == MeasurementLevel.RATIO && values.length > 0 && !(values[0] >= 0)) {
            throw new IllegalArgumentException("values at ratio level must not be negative: " + values[0]);
        }
        return level == MeasurementLevel.NOMINAL
                ? ofNominal(answersByUnit, values.length)
                : alpha(coincidences(answersByUnit, values.length), values, level);
    }

    private static OptionalDouble ofNominal(long[][] answersByUnit, int columns) {
        double[] frequencies = new double[columns];
        double alike = 0;
        for (long[] unit : answersByUnit) {
            double answers = pairable(unit, columns);
            for (int c = 0; c < columns && answers > 0; c++) {
                frequencies[c] += unit[c];
                alike += (double) unit[c] * (unit[c] - 1) / (answers - 1);
            }
        }
        double total = 0;
        double squares = 0;
        for (double frequency : frequencies) {
            total += frequency;
            squares += frequency * frequency;
        }
        return quotient((total - alike) * (total - 1), total * total - squares);
    }

    private static double[][] coincidences(long[][] answersByUnit, int columns) {
        double[][] coincidences = new double[columns][columns];
        for (long[] unit : answersByUnit) {
            double answers = pairable(unit, columns);
            for (int c = 0; c < columns && answers > 0; c++) {
                for (int k = 0; k < columns && unit[c] > 0; k++) {
                    coincidences[c][k] += (double) unit[c] * (unit[k] - (c == k ? 1 : 0)) / (answers - 1);
                }
            }
        }
        return coincidences;
    }

    private static OptionalDouble alpha(double[][] coincidences, double[] values, MeasurementLevel level) {
        double[] frequencies = new double[values.length];
        double total = 0;
        for (int c = 0; c < values.length; c++) {
            for (double coincidence : coincidences[c]) {
                frequencies[c] += coincidence;
                total += coincidence;
            }
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < values.length; c++) {
            for (int k = c + 1; k < values.length; k++) {
                if (frequencies[c] > 0 && frequencies[k] > 0) {
                    double difference = level.squaredDifference(values, frequencies, c, k);
                    observed += coincidences[c][k] * difference;
                    expected += frequencies[c] * frequencies[k] * difference;
                }
            }
        }
        return quotient(observed * (total - 1), expected);
    }

    private static OptionalDouble quotient(double observed, double expected) {
        return expected > 0 ? OptionalDouble.of(1 - observed / expected) : OptionalDouble.empty();
    }

    /** Answers of a unit, 0 where it has but one and can be compared with none. */
    private static double pairable(long[] unit, int columns) {
        if (unit.length != columns) {
            throw new IllegalArgumentException("a unit has " + unit.length + " columns, not " + columns);
        }
        double answers = 0;
        for (long count : unit) {
            if (count < 0) {
                throw new IllegalArgumentException("negative count: " + count);
            }
            answers += count;
        }
        return answers < 2 ? 0 : answers;
    }
}
