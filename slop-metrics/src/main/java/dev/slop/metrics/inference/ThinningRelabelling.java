package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Deals cell by cell: for many answers over few cells. */
final class ThinningRelabelling extends Relabelling {
    /* Every answer left is taken with the same probability, a binomial draw a cell. Given how many were taken, each set
     * of so many is as likely; taking or giving back answers drawn at random until the number is right keeps it so.
     * About the square root of the answers have to be set right. A cell is drawn in proportion to the pool and kept in
     * proportion to what of it may move, so one alias table serves throughout. */
    private final AliasTable cells;

    ThinningRelabelling(long[][] samples) {
        super(samples);
        cells = AliasTable.of(Arrays.stream(pool).asDoubleStream().toArray());
    }

    @Override
    void start() {}

    @Override
    void take(SplittableRandom random, long answers, long[] into, long[] left) {
        double probability = (double) answers / Arrays.stream(left).sum();
        long surplus = -answers;
        for (int cell = 0; cell < left.length; cell++) {
            into[cell] = BinomialSampler.draw(random, left[cell], probability);
            left[cell] -= into[cell];
            surplus += into[cell];
        }
        for (; surplus > 0; surplus--) {
            moveOne(random, into, left);
        }
        for (; surplus < 0; surplus++) {
            moveOne(random, left, into);
        }
    }

    private void moveOne(SplittableRandom random, long[] from, long[] to) {
        int cell;
        do {
            cell = cells.draw(random);
        } while (random.nextDouble() * pool[cell] >= from[cell]);
        from[cell]--;
        to[cell]++;
    }
}
