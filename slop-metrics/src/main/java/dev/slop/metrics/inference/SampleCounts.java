package dev.slop.metrics.inference;

import java.util.Arrays;

/** One sample's counts with what statistics of pairs need of it alone, so that it is summed once, not once a pair. */
public final class SampleCounts {
    private final long[] counts;
    private final int[] cells;
    private long answers;
    private int distinct;
    private double squares;

    /** Cells are those that may have answers; all others are empty. */
    SampleCounts(long[] counts, int[] cells) {
        this.counts = counts;
        this.cells = cells;
        sum();
    }

    /**
     * {@return a sample}
     *
     * @param counts by cell; not copied, not changed
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    public static SampleCounts of(long[] counts) {
        long total = 0;
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("negative count: " + count);
            }
            total = Math.addExact(total, count);
        }
        return new SampleCounts(counts, PairResamples.filled(counts));
    }

    /** Sums again, after the counts were drawn anew. */
    void sum() {
        answers = 0;
        distinct = 0;
        squares = 0;
        for (int cell : cells) {
            long count = counts[cell];
            answers += count;
            distinct += count > 0 ? 1 : 0;
            squares += (double) count * count;
        }
    }

    /**
     * {@return the number of answers in a cell}
     *
     * @param cell number of the cell
     */
    public long count(int cell) {
        return counts[cell];
    }

    /** {@return the number of cells, empty ones too} */
    public int size() {
        return counts.length;
    }

    /** {@return n, the number of answers} */
    public long answers() {
        return answers;
    }

    /** {@return the number of different answers} */
    public int distinct() {
        return distinct;
    }

    /** {@return the sum of the squared counts} */
    public double squares() {
        return squares;
    }

    /**
     * {@return the cells in which both samples may have answers}
     *
     * @param other sample of the same cells
     */
    public int[] sharedWith(SampleCounts other) {
        int[] shared = new int[Math.min(cells.length, other.cells.length)];
        int size = 0;
        int next = 0;
        for (int cell : cells) {
            while (next < other.cells.length && other.cells[next] < cell) {
                next++;
            }
            if (next < other.cells.length && other.cells[next] == cell) {
                shared[size++] = cell;
            }
        }
        return Arrays.copyOf(shared, size);
    }
}
