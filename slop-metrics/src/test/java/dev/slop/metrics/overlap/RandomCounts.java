package dev.slop.metrics.overlap;

import java.util.SplittableRandom;

/** Seeded counts for laws: some cells empty, some frequent. */
final class RandomCounts {
    private RandomCounts() {}

    /** A row of 13 to 72 answers over {@code cells} cells. */
    static long[] row(SplittableRandom random, int cells) {
        long[] row = new long[cells];
        int answers = 13 + random.nextInt(60);
        for (int i = 0; i < answers; i++) {
            double u = random.nextDouble();
            row[(int) (u * u * cells)]++;
        }
        return row;
    }

    static long[][] rows(long seed, int models, int cells) {
        SplittableRandom random = new SplittableRandom(seed);
        long[][] rows = new long[models][];
        for (int i = 0; i < models; i++) {
            rows[i] = row(random, cells);
        }
        return rows;
    }
}
