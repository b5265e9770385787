package dev.slop.metrics.overlap;

import java.util.Arrays;

/** Intersections of sets that fill little of their universe: for each element the sets that hold it. */
final class InvertedLists {
    private InvertedLists() {}

    /** Sizes of the intersections of set i and set j at i × sets + j for i less than j. */
    static long[] intersections(int[][] sets) {
        long[] postings = postings(sets);
        long[] counts = new long[sets.length * sets.length];
        int end;
        for (int start = 0; start < postings.length; start = end) {
            end = start + 1;
            while (end < postings.length && postings[end] >> 32 == postings[start] >> 32) {
                end++;
            }
            count(postings, start, end, sets.length, counts);
        }
        return counts;
    }

    /** Element in the upper, set in the lower half of each long; sorted, so the sets of an element are neighbours. */
    private static long[] postings(int[][] sets) {
        long[] postings = new long
                [Math.toIntExact(
                        Arrays.stream(sets).mapToLong(set -> set.length).sum())];
        int next = 0;
        for (int set = 0; set < sets.length; set++) {
            for (int element : sets[set]) {
                postings[next++] = (long) element << 32 | set;
            }
        }
        Arrays.sort(postings);
        return postings;
    }

    private static void count(long[] postings, int start, int end, int sets, long[] counts) {
        for (int i = start; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                int a = (int) postings[i];
                int b = (int) postings[j];
                if (a == b) {
                    throw new IllegalArgumentException("set " + a + " has element " + (postings[i] >> 32) + " twice");
                }
                counts[a * sets + b]++;
            }
        }
    }
}
