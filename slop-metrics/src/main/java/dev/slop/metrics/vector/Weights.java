package dev.slop.metrics.vector;

import java.util.Arrays;

/** How often each of some texts was given. */
final class Weights {
    private final double[] counts;

    private Weights(double[] counts) {
        this.counts = counts;
    }

    static Weights of(Embeddings texts, long[] counts) {
        if (counts.length != texts.size()) {
            throw new IllegalArgumentException(counts.length + " counts for " + texts.size() + " texts");
        }
        if (Arrays.stream(counts).anyMatch(count -> count < 0)
                || Arrays.stream(counts).sum() == 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative, nor all of them 0: " + Arrays.toString(counts));
        }
        return new Weights(Arrays.stream(counts).asDoubleStream().toArray());
    }

    static Weights ones(int texts) {
        double[] ones = new double[texts];
        Arrays.fill(ones, 1);
        return new Weights(ones);
    }

    double of(int text) {
        return counts[text];
    }

    double total() {
        return Arrays.stream(counts).sum();
    }

    /** {@return the sum of the squares of some numbers, one a text, each as often as its text was given} */
    double squares(double[] numbers) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += counts[i] * numbers[i] * numbers[i];
        }
        return sum;
    }

    /** Makes products of rows those of rows that are as long as the roots of their counts. */
    void scaleByRoots(double[][] products) {
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                products[i][j] *= Math.sqrt(counts[i] * counts[j]);
            }
        }
    }

    /** {@return the texts, each as long as the root of its count} */
    Embeddings scaledByRoots(Embeddings texts) {
        float[][] scaled = new float[counts.length][];
        for (int i = 0; i < scaled.length; i++) {
            float[] row = texts.rows()[i].clone();
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) (row[j] * Math.sqrt(counts[i]));
            }
            scaled[i] = row;
        }
        return texts.withRows(scaled);
    }
}
