package dev.slop.metrics.overlap;

import java.util.stream.IntStream;

/** Intersections of sets held as rows of bits. */
final class BitRows {
    /* The universe is cut into blocks; within a block the rows of all sets lie side by side. A block of about 1 MB
     * stays in a second-level cache while every pair of its rows is counted, so each word comes from memory once,
     * not once a pair. Blocks are counted in parallel into tables of their own and added up: integers, so the
     * result does not depend on the number of threads. */
    private static final int BLOCK_WORDS = 1 << 17;
    private static final int LONGEST_ROW = 1 << 12;
    private static final int SHORTEST_ROW = 1 << 6;
    private static final long MOST_WORDS = 1L << 25;
    /** Words that can be compared in the time that one element takes in inverted lists (measured: a sort of longs). */
    private static final long WORDS_PER_ELEMENT = 256;

    private final int sets;
    private final int rowShift;
    private final long[][] blocks;

    private BitRows(int sets, long universe) {
        this.sets = sets;
        int row = Integer.highestOneBit(Math.max(SHORTEST_ROW, Math.min(LONGEST_ROW, BLOCK_WORDS / Math.max(1, sets))));
        this.rowShift = Integer.numberOfTrailingZeros(row);
        this.blocks = new long[(int) ((words(universe) + row - 1) >> rowShift)][sets << rowShift];
    }

    static boolean worthwhile(int sets, long elements, long universe) {
        long words = words(universe);
        return words * sets <= MOST_WORDS && words * sets / 2 * sets <= WORDS_PER_ELEMENT * elements;
    }

    /** Sizes of the intersections of set i and set j at i × sets + j for i less than j. */
    static long[] intersections(int[][] sets, long universe) {
        BitRows rows = new BitRows(sets.length, universe);
        IntStream.range(0, sets.length).parallel().forEach(set -> rows.fill(set, sets[set]));
        return rows.count();
    }

    private void fill(int set, int[] elements) {
        int mask = (1 << rowShift) - 1;
        for (int element : elements) {
            int word = element >>> 6;
            long[] block = blocks[word >>> rowShift];
            int at = (set << rowShift) + (word & mask);
            long bit = 1L << element;
            if ((block[at] & bit) != 0) {
                throw new IllegalArgumentException("set " + set + " has element " + element + " twice");
            }
            block[at] |= bit;
        }
    }

    private long[] count() {
        return IntStream.range(0, blocks.length)
                .parallel()
                .collect(
                        () -> new long[sets * sets],
                        (counts, block) -> count(blocks[block], counts),
                        (counts, others) -> {
                            for (int i = 0; i < counts.length; i++) {
                                counts[i] += others[i];
                            }
                        });
    }

    private void count(long[] block, long[] counts) {
        int row = 1 << rowShift;
        for (int i = 0; i < sets; i++) {
            for (int j = i + 1; j < sets; j++) {
                counts[i * sets + j] += shared(block, i << rowShift, j << rowShift, row);
            }
        }
    }

    private static int shared(long[] words, int a, int b, int length) {
        int shared = 0;
        for (int k = 0; k < length; k++) {
            shared += Long.bitCount(words[a + k] & words[b + k]);
        }
        return shared;
    }

    private static long words(long universe) {
        return (universe + 63) >>> 6;
    }
}
