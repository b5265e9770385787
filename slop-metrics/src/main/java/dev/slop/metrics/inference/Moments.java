package dev.slop.metrics.inference;

/**
 * Standard deviation of each of several series, value by value. What is not finite is counted apart. Of equal values the
 * deviation is 0, without rounding. Source: the shifted sums of Chan, Golub and LeVeque, The American Statistician 37
 * (1983) 242.
 */
final class Moments {
    private final int[] defined;
    private final int[] undefined;
    /** Sums are of differences from the first value, which loses no digits where values are large and vary little. */
    private final double[] first;

    private final double[] sums;
    private final double[] squares;

    Moments(int series) {
        defined = new int[series];
        undefined = new int[series];
        first = new double[series];
        sums = new double[series];
        squares = new double[series];
    }

    /** Adds one value to each series. */
    void add(double[] values) {
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (!Double.isFinite(value)) {
                undefined[i]++;
                continue;
            }
            if (defined[i]++ == 0) {
                first[i] = value;
            }
            double difference = value - first[i];
            sums[i] += difference;
            squares[i] += difference * difference;
        }
    }

    /** Adds all that others hold, series by series. */
    void merge(Moments others) {
        for (int i = 0; i < defined.length; i++) {
            undefined[i] += others.undefined[i];
            if (defined[i] == 0) {
                first[i] = others.first[i];
            }
            double apart = others.first[i] - first[i];
            double n = others.defined[i];
            squares[i] += others.squares[i] + apart * (2 * others.sums[i] + n * apart);
            sums[i] += others.sums[i] + n * apart;
            defined[i] += others.defined[i];
        }
    }

    /** {@return how many values of a series were not finite} */
    int undefined(int i) {
        return undefined[i];
    }

    /** {@return the standard deviation, with n − 1, of a series, 0 for one value, NaN for none} */
    double deviation(int i) {
        double n = defined[i];
        return n == 0 ? Double.NaN : Math.sqrt(Math.max(0, squares[i] - sums[i] * sums[i] / n) / Math.max(1, n - 1));
    }
}
