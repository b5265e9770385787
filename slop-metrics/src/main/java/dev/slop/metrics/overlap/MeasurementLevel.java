package dev.slop.metrics.overlap;

/** What the difference of two answers means: Stevens' levels of measurement, as Krippendorff's alpha uses them. */
public enum MeasurementLevel {
    /** Answers are the same or not. */
    NOMINAL,
    /** Answers have an order. */
    ORDINAL,
    /** Differences of answers have a size. */
    INTERVAL,
    /** Answers have a zero; differences count in proportion to the size of the answers. */
    RATIO;

    /**
     * The squared difference of two values.
     *
     * @param values all values, ascending
     * @param frequencies how often each value occurs
     * @param c one value's position
     * @param k another's, {@code c < k}
     */
    double squaredDifference(double[] values, double[] frequencies, int c, int k) {
        double difference = switch (this) {
            case NOMINAL -> 1;
            case ORDINAL -> ranksBetween(frequencies, c, k);
            case INTERVAL -> values[k] - values[c];
            case RATIO -> (values[k] - values[c]) / (values[k] + values[c]);
        };
        return difference * difference;
    }

    private static double ranksBetween(double[] frequencies, int c, int k) {
        double between = (frequencies[c] + frequencies[k]) / 2;
        for (int g = c + 1; g < k; g++) {
            between += frequencies[g];
        }
        return between;
    }
}
