package dev.slop.metrics.diversity;

import java.util.Arrays;

/** How many answers share each positive count: what an estimator costs per distinct count it need not cost per answer. */
final class CountsOfCounts {
    private static final long MOST_TALLIED = 256;

    private final long[] counts;
    private final int[] multiplicities;
    private final long total;
    private int size;
    private int distinct;

    private CountsOfCounts(int capacity, long total) {
        counts = new long[capacity];
        multiplicities = new int[capacity];
        this.total = total;
    }

    /**
     * Counts.
     *
     * @param counts of the different answers; zeros are left out
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    static CountsOfCounts of(long[] counts) {
        long total = Counts.total(counts, 0);
        long max = Counts.max(counts);
        return max < MOST_TALLIED ? tallied(counts, (int) max, total) : sorted(counts, total);
    }

    /** Resamples of many different answers hold few different counts, all small. */
    private static CountsOfCounts tallied(long[] counts, int max, long total) {
        int[] tally = new int[max + 1];
        for (long count : counts) {
            tally[(int) count]++;
        }
        CountsOfCounts classes = new CountsOfCounts(max, total);
        for (int count = 1; count <= max; count++) {
            if (tally[count] > 0) {
                classes.add(count, tally[count]);
            }
        }
        return classes;
    }

    private static CountsOfCounts sorted(long[] counts, long total) {
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        CountsOfCounts classes = new CountsOfCounts(sorted.length, total);
        for (long count : sorted) {
            if (count > 0) {
                classes.add(count, 1);
            }
        }
        return classes;
    }

    private void add(long count, int multiplicity) {
        if (size == 0 || counts[size - 1] != count) {
            counts[size++] = count;
        }
        multiplicities[size - 1] += multiplicity;
        distinct += multiplicity;
    }

    /** {@return n, if it is at least so many} */
    long total(int atLeast) {
        if (total < atLeast) {
            throw new UndefinedMeasureException(
                    total == 0 ? "no answers" : "needs " + atLeast + " answers, has " + total);
        }
        return total;
    }

    /** {@return S} */
    int distinct() {
        return distinct;
    }

    /** {@return how many answers were given so often} */
    int seenTimes(long times) {
        int at = Arrays.binarySearch(counts, 0, size, times);
        return at < 0 ? 0 : multiplicities[at];
    }

    int size() {
        return size;
    }

    long count(int i) {
        return counts[i];
    }

    int multiplicity(int i) {
        return multiplicities[i];
    }
}
