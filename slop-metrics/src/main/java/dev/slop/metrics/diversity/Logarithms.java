package dev.slop.metrics.diversity;

import java.util.stream.IntStream;

/** Natural logarithms and harmonic sums of counts; those of small counts, by far the most frequent, from a table. */
final class Logarithms {
    static final double EULER = 0.5772156649015329;
    static final double LN_2 = Math.log(2);

    private static final int TABLE_SIZE = 1024;
    private static final double[] LN =
            IntStream.range(0, TABLE_SIZE).mapToDouble(Math::log).toArray();
    private static final double[] DIGAMMA = digammaTable();

    private Logarithms() {}

    static double ln(long n) {
        return n < TABLE_SIZE ? LN[(int) n] : Math.log((double) n);
    }

    /** {@return the digamma function of a positive integer, H(n - 1) - Euler's constant} */
    static double digamma(long n) {
        return n < TABLE_SIZE ? DIGAMMA[(int) n] : digamma((double) n);
    }

    /** {@return the digamma function of a number from about 100 on, by its asymptotic series, to double precision} */
    static double digamma(double x) {
        double square = 1 / (x * x);
        return Math.log(x) - 0.5 / x - square * (1.0 / 12 - square * (1.0 / 120 - square / 252));
    }

    private static double[] digammaTable() {
        double[] table = new double[TABLE_SIZE];
        table[0] = Double.NEGATIVE_INFINITY;
        table[1] = -EULER;
        for (int n = 2; n < TABLE_SIZE; n++) {
            table[n] = table[n - 1] + 1.0 / (n - 1);
        }
        return table;
    }
}
