package dev.slop.metrics.diversity;

import java.util.Arrays;

/** Share of the k most frequent answers; for k = 1 the Berger–Parker index. */
public final class TopShare {
    private TopShare() {}

    /**
     * {@return the share of the k most frequent answers, in (0, 1]; 1 where there are no more than k different ones. No
     * answers: unavailable}
     *
     * @param k how many answers, at least 1
     * @throws IllegalArgumentException if k is not positive
     */
    public static DiversityMeasure of(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be positive: " + k);
        }
        return new Measure("share of the top " + k, counts -> of(counts, k));
    }

    private static double of(long[] counts, int k) {
        long n = Counts.total(counts);
        return (double) (k == 1 ? Counts.max(counts) : sumOfTop(counts, k)) / n;
    }

    private static long sumOfTop(long[] counts, int k) {
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        long sum = 0;
        for (int i = Math.max(0, sorted.length - k); i < sorted.length; i++) {
            sum += sorted[i];
        }
        return sum;
    }
}
