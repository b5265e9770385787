package dev.slop.metrics.diversity;

import java.util.Arrays;

/** How many answers share each positive count: what an estimator costs per distinct count it need not cost per answer. */
final class CountsOfCounts {
    private final long[] counts;
    private final int[] multiplicities;
    private int size;

    private CountsOfCounts(int capacity) {
        counts = new long[capacity];
        multiplicities = new int[capacity];
    }

    static CountsOfCounts of(long[] counts) {
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        CountsOfCounts runs = new CountsOfCounts(sorted.length);
        for (long count : sorted) {
            if (count > 0) {
                runs.add(count);
            }
        }
        return runs;
    }

    private void add(long count) {
        if (size == 0 || counts[size - 1] != count) {
            counts[size++] = count;
        }
        multiplicities[size - 1]++;
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
