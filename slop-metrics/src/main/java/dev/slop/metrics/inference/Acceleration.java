package dev.slop.metrics.inference;

import java.util.Arrays;

/**
 * The acceleration of the BCa interval: a sixth of the skewness of the jackknife's influence values, over one or several
 * samples. Source: Efron and Tibshirani (1993), formula 14.15; for several samples as {@code scipy.stats.bootstrap}.
 */
final class Acceleration {
    private Acceleration() {}

    /** {@return the acceleration of each statistic; 0 where the jackknife is undefined or flat} */
    static double[] of(long[][] samples, int outputs, CountStatistics statistics) {
        double[] cubes = new double[outputs];
        double[] squares = new double[outputs];
        for (int row = 0; row < samples.length; row++) {
            double n = Arrays.stream(samples[row]).sum();
            if (n < 2) {
                continue;
            }
            LeaveOneOut jackknife = LeaveOneOut.of(samples, row, outputs, statistics, LeaveOneOut.MOST_CELLS);
            double scale = (n - 1) / n;
            for (int output = 0; output < outputs; output++) {
                cubes[output] += scale * scale * scale * jackknife.moment(output, 3);
                squares[output] += scale * scale * jackknife.moment(output, 2);
            }
        }
        double[] acceleration = new double[outputs];
        Arrays.setAll(acceleration, output -> sixthOfSkewness(cubes[output], squares[output]));
        return acceleration;
    }

    /** {@return the acceleration of a mean} */
    static double ofMean(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double cubes = 0;
        double squares = 0;
        for (double value : values) {
            double difference = value - mean;
            squares += difference * difference;
            cubes += difference * difference * difference;
        }
        return sixthOfSkewness(cubes, squares);
    }

    private static double sixthOfSkewness(double cubes, double squares) {
        double acceleration = cubes / (6 * Math.pow(squares, 1.5));
        return Double.isFinite(acceleration) ? acceleration : 0;
    }
}
