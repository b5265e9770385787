package dev.slop.metrics.diversity;

/** The sums over counts that the measures are made of. */
final class Counts {
    private Counts() {}

    /** {@return n, checked: at least one answer and no negative count} */
    static long total(long[] counts) {
        return total(counts, 1);
    }

    /** {@return n, checked: at least so many answers and no negative count} */
    static long total(long[] counts, int atLeast) {
        long sum = 0;
        long signs = 0;
        for (long count : counts) {
            sum = Math.addExact(sum, count);
            signs |= count;
        }
        if (signs < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
        if (sum < atLeast) {
            throw new UndefinedMeasureException(sum == 0 ? "no answers" : "needs " + atLeast + " answers, has " + sum);
        }
        return sum;
    }

    static int distinct(long[] counts) {
        int distinct = 0;
        for (long count : counts) {
            distinct += count > 0 ? 1 : 0;
        }
        return distinct;
    }

    static int seenTimes(long[] counts, long times) {
        int classes = 0;
        for (long count : counts) {
            classes += count == times ? 1 : 0;
        }
        return classes;
    }

    static long max(long[] counts) {
        long max = 0;
        for (long count : counts) {
            max = Math.max(max, count);
        }
        return max;
    }

    static double sumOfSquares(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += (double) count * count;
        }
        return sum;
    }
}
