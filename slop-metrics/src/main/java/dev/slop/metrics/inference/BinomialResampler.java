package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws cell by cell, each a binomial of what is left: for many answers over few cells. */
final class BinomialResampler extends Resampler {
    BinomialResampler(long[] row) {
        super(row);
    }

    @Override
    void draw(SplittableRandom random, long[] into) {
        Arrays.fill(into, 0);
        long answersLeft = total;
        long weightLeft = total;
        for (int i = 0; i < cells.length; i++) {
            long drawn = counts[i] == weightLeft
                    ? answersLeft
                    : BinomialSampler.draw(random, answersLeft, (double) counts[i] / weightLeft);
            into[cells[i]] = drawn;
            answersLeft -= drawn;
            weightLeft -= counts[i];
        }
    }
}
