package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.inference.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Intervals for measures of a set of texts by the jackknife over groups of them: value ± t · sqrt((g − 1)/g
 * sum (θ<sub>(i)</sub> − θ<sub>(·)</sub>)²), θ<sub>(i)</sub> the measure without group i of g, t with g − 1 degrees of
 * freedom. Drawing texts with replacement would not do: it makes copies, which is what these measures look for.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 11.
 */
final class LeaveTextsOut {
    private final double level;
    private final int mostGroups;

    LeaveTextsOut(double level, int mostGroups) {
        this.level = level;
        this.mostGroups = mostGroups;
    }

    /**
     * {@return an estimate of each measure}
     *
     * @param texts measured
     * @param bounds of each measure
     * @param measures of some of the texts; NaN where undefined
     */
    <T> List<Quantity> estimate(List<T> texts, List<Bounds> bounds, Function<List<T>, double[]> measures) {
        int groups = Math.min(texts.size(), mostGroups);
        double[] values = measures.apply(texts);
        double[][] without = new double[groups][];
        for (int g = 0; g < groups; g++) {
            without[g] = measures.apply(without(texts, g, groups));
        }
        List<Quantity> quantities = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            int measure = i;
            double[] left =
                    Arrays.stream(without).mapToDouble(each -> each[measure]).toArray();
            quantities.add(quantity(values[i], left, bounds.get(i), texts.size()));
        }
        return quantities;
    }

    private static <T> List<T> without(List<T> texts, int group, int groups) {
        return IntStream.range(0, texts.size())
                .filter(i -> i % groups != group)
                .mapToObj(texts::get)
                .toList();
    }

    private Quantity quantity(double value, double[] without, Bounds bounds, int texts) {
        if (Double.isNaN(value) || without.length < 2 || Arrays.stream(without).anyMatch(Double::isNaN)) {
            return Quantity.unavailable("too few or too short answers");
        }
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares = Arrays.stream(without)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        double error = Math.sqrt((without.length - 1.0) / without.length * squares);
        return JackknifeInterval.of(value, error, without.length - 1, bounds, level, without.length + " groups", texts);
    }
}
