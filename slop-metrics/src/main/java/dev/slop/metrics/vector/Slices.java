package dev.slop.metrics.vector;

/** Divides rows into slices that depend on their number alone, so that results do not depend on the threads. */
final class Slices {
    private static final int MOST = 8;
    private static final int ROWS = 128;

    private Slices() {}

    static int count(int rows) {
        return Math.max(1, Math.min(MOST, rows / ROWS));
    }

    static int start(int slice, int slices, int rows) {
        return (int) ((long) rows * slice / slices);
    }
}
