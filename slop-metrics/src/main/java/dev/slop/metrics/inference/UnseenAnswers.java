package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far statistics could move by answers that were not seen: the interval where resampling cannot give one, because it
 * only repeats what was seen.
 */
final class UnseenAnswers {
    /* If an answer has probability u, n draws miss it with probability (1 - u)^n; so with confidence 1 - a a missed
     * answer has at most u = 1 - a^(1/n), that is, up to m = ceil(u n) of n answers (3 for large n). The statistics are
     * evaluated with 1 to m answers moved to one answer the sample did not give: one that nobody gave, in one sample,
     * in all samples the same or in each another; or the one that the other samples gave most. As R samples may be
     * moved at once, each is given the confidence 1 - a/R. */
    private final long[][] samples;
    private final double alpha;
    private final CountStatistics statistics;
    private final double[] lowest;
    private final double[] highest;

    private UnseenAnswers(long[][] samples, double[] values, double level, CountStatistics statistics) {
        this.samples = withEmptyCells(samples);
        this.alpha = (1 - level) / samples.length;
        this.statistics = statistics;
        this.lowest = values.clone();
        this.highest = values.clone();
    }

    /**
     * The range of each statistic over what might have been seen.
     *
     * @param samples counts as seen
     * @param values the statistics of them
     * @param level confidence
     * @param statistics what is computed; must accept further cells, as many as samples
     * @return lowest and highest value, each by statistic
     */
    static double[][] range(long[][] samples, double[] values, double level, CountStatistics statistics) {
        UnseenAnswers unseen = new UnseenAnswers(samples, values, level, statistics);
        int[] fresh = unseen.emptyCells();
        unseen.moveAll(fresh);
        unseen.moveAll(IntStream.range(0, samples.length).map(row -> fresh[0]).toArray());
        for (int row = 0; row < samples.length; row++) {
            unseen.move(row, fresh[0]);
            unseen.move(row, unseen.favouriteOfOthers(row, fresh[0]));
        }
        return new double[][] {unseen.lowest, unseen.highest};
    }

    private void move(int row, int cell) {
        long[][] moved = copy();
        for (long m = most(row); m > 0 && moveOne(moved[row], cell); m--) {
            evaluate(moved);
        }
    }

    private void moveAll(int[] cells) {
        long[][] moved = copy();
        long longest =
                IntStream.range(0, moved.length).mapToLong(this::most).max().orElse(0);
        for (long m = 1; m <= longest; m++) {
            for (int row = 0; row < moved.length; row++) {
                if (m <= most(row)) {
                    moveOne(moved[row], cells[row]);
                }
            }
            evaluate(moved);
        }
    }

    private void evaluate(long[][] moved) {
        double[] values = new double[lowest.length];
        statistics.evaluate(moved, values);
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                lowest[i] = Math.min(lowest[i], values[i]);
                highest[i] = Math.max(highest[i], values[i]);
            }
        }
    }

    private long most(int row) {
        double n = Arrays.stream(samples[row]).sum();
        return n == 0 ? 0 : (long) Math.ceil(-Math.expm1(Math.log(alpha) / n) * n);
    }

    /** Moves one answer from the most frequent other cell; false where there is none. */
    private static boolean moveOne(long[] row, int cell) {
        int from = -1;
        for (int i = 0; i < row.length; i++) {
            if (i != cell && row[i] > 0 && (from < 0 || row[i] > row[from])) {
                from = i;
            }
        }
        if (from >= 0) {
            row[from]--;
            row[cell]++;
        }
        return from >= 0;
    }

    private int favouriteOfOthers(int row, int none) {
        long[] others = new long[samples[row].length];
        for (int other = 0; other < samples.length; other++) {
            for (int i = 0; i < others.length && other != row; i++) {
                others[i] += samples[other][i];
            }
        }
        int favourite = none;
        for (int i = 0; i < others.length; i++) {
            favourite = others[i] > others[favourite] ? i : favourite;
        }
        return favourite;
    }

    private int[] emptyCells() {
        return emptyCells(samples).limit(samples.length).toArray();
    }

    private static IntStream emptyCells(long[][] samples) {
        return IntStream.range(0, samples[0].length)
                .filter(cell -> Arrays.stream(samples).allMatch(row -> row[cell] == 0));
    }

    private static long[][] withEmptyCells(long[][] samples) {
        int missing =
                samples.length - (int) emptyCells(samples).limit(samples.length).count();
        return Arrays.stream(samples)
                .map(row -> Arrays.copyOf(row, row.length + missing))
                .toArray(long[][]::new);
    }

    private long[][] copy() {
        return Arrays.stream(samples).map(long[]::clone).toArray(long[][]::new);
    }
}
