package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The statistics of samples that lack one answer; equal answers are left out once and weighted. */
final class LeaveOneOut {
    /** With more different answers than this, a random sample of answers stands for all. */
    static final int MOST_CELLS = 1000;

    private final double[][] values;
    private final double[] weights;

    private LeaveOneOut(double[][] values, double[] weights) {
        this.values = values;
        this.weights = weights;
    }

    /**
     * Leaves out each answer of one sample in turn.
     *
     * @param samples all samples
     * @param row the one that loses answers
     * @param outputs number of statistics
     * @param statistics what is computed
     * @param mostCells different answers beyond which {@code mostCells} answers are drawn instead
     */
    static LeaveOneOut of(long[][] samples, int row, int outputs, CountStatistics statistics, int mostCells) {
        long[][] data = samples.clone();
        data[row] = samples[row].clone();
        double[] weights = weights(samples[row], mostCells);
        double[][] values = new double[weights.length][];
        for (int cell = 0; cell < weights.length; cell++) {
            if (weights[cell] > 0) {
                data[row][cell]--;
                values[cell] = new double[outputs];
                statistics.evaluate(data, values[cell]);
                data[row][cell]++;
            } else {
                values[cell] = new double[0];
            }
        }
        return new LeaveOneOut(values, weights);
    }

    private static double[] weights(long[] counts, int mostCells) {
        double[] all = Arrays.stream(counts).asDoubleStream().toArray();
        if (Arrays.stream(counts).filter(count -> count > 0).count() <= mostCells) {
            return all;
        }
        AliasTable answers = AliasTable.of(all);
        SplittableRandom random = new SplittableRandom(mostCells);
        double[] drawn = new double[all.length];
        double weight = Arrays.stream(all).sum() / mostCells;
        for (int i = 0; i < mostCells; i++) {
            drawn[answers.draw(random)] += weight;
        }
        return drawn;
    }

    /** {@return mean over the answers left out, NaN where a value is undefined} */
    double mean(int output) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                sum += weights[i] * values[i][output];
                total += weights[i];
            }
        }
        return sum / total;
    }

    /**
     * {@return sum over the answers left out of (mean − value) to a power}
     *
     * @param output which statistic
     * @param power of the differences, 2 or 3
     */
    double moment(int output, int power) {
        double mean = mean(output);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                double difference = mean - values[i][output];
                sum += weights[i] * (power == 3 ? difference * difference * difference : difference * difference);
            }
        }
        return sum;
    }
}
