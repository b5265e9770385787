package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.special.Gamma;

/** The label-permutation test of two samples over every table they could form, where those are few. */
final class ExactRelabelling {
    /** Bounds the depth of the recursion; with more cells there are too many tables in any case of interest. */
    private static final int MOST_CELLS = 64;

    private static final int LARGEST_LISTED = 4096;

    private final ToDoubleFunction<long[][]> statistic;
    private final double threshold;
    private final int mostTables;
    /** Answers in the cells from each on. */
    private final long[] rest;
    /** Second row: what the first leaves; begins as the whole pool. */
    private final long[][] table;
    /** ln C(pooled, n) of each cell by n; empty for large cells. */
    private final double[][] lnChoices;

    private long tables;
    private double weight;
    private double extremeWeight;

    private ExactRelabelling(long[][] samples, ToDoubleFunction<long[][]> statistic, double threshold, int mostTables) {
        this.statistic = statistic;
        this.threshold = threshold;
        this.mostTables = mostTables;
        int cells = samples[0].length;
        this.lnChoices = new double[cells][];
        this.table = new long[2][cells];
        this.rest = new long[cells + 1];
        for (int cell = cells - 1; cell >= 0; cell--) {
            table[1][cell] = samples[0][cell] + samples[1][cell];
            rest[cell] = rest[cell + 1] + table[1][cell];
        }
    }

    /**
     * The outcome.
     *
     * @param pValue probability of a table at least as extreme
     * @param tables how many there are
     */
    record Result(double pValue, long tables) {}

    /** {@return the exact test, empty where there are more tables than wanted} */
    static Optional<Result> test(
            long[][] samples, ToDoubleFunction<long[][]> statistic, double threshold, int mostTables) {
        if (samples.length != 2 || samples[0].length > MOST_CELLS) {
            return Optional.empty();
        }
        ExactRelabelling exact = new ExactRelabelling(samples, statistic, threshold, mostTables);
        long answers = Arrays.stream(samples[0]).sum();
        exact.count(0, answers);
        if (exact.tables > mostTables) {
            return Optional.empty();
        }
        Arrays.setAll(exact.lnChoices, cell -> lnChoices(exact.table[1][cell]));
        exact.enumerate(0, answers, -logChoose(exact.rest[0], answers));
        return Optional.of(new Result(Math.min(1, exact.extremeWeight / exact.weight), exact.tables));
    }

    /** The last cell takes what is left, so in the last but one each number that may stand there is a table. */
    private void count(int cell, long left) {
        long most = most(cell, left);
        if (cell >= table[0].length - 2) {
            tables += cell == table[0].length - 1 ? 1 : most - fewest(cell, left) + 1;
            return;
        }
        for (long n = fewest(cell, left); n <= most && tables <= mostTables; n++) {
            count(cell + 1, left - n);
        }
    }

    private void enumerate(int cell, long left, double logProbability) {
        if (cell == table[0].length) {
            double probability = Math.exp(logProbability);
            weight += probability;
            extremeWeight += statistic.applyAsDouble(table) < threshold ? 0 : probability;
            return;
        }
        long pooled = table[1][cell];
        long most = most(cell, left);
        double[] ln = lnChoices[cell];
        for (long n = fewest(cell, left); n <= most; n++) {
            table[0][cell] = n;
            table[1][cell] = pooled - n;
            enumerate(cell + 1, left - n, logProbability + (ln.length > 0 ? ln[(int) n] : logChoose(pooled, n)));
        }
        table[1][cell] = pooled;
    }

    private long fewest(int cell, long left) {
        return Math.max(0, left - rest[cell + 1]);
    }

    private long most(int cell, long left) {
        return Math.min(left, table[1][cell]);
    }

    private static double[] lnChoices(long pooled) {
        double[] ln = new double[pooled < LARGEST_LISTED ? (int) pooled + 1 : 0];
        for (int k = 1; k < ln.length; k++) {
            ln[k] = ln[k - 1] + Math.log((double) (pooled - k + 1) / k);
        }
        return ln;
    }

    private static double logChoose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
