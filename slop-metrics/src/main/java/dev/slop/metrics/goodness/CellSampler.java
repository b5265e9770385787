package dev.slop.metrics.goodness;

import java.util.SplittableRandom;

/** Draws cells. */
interface CellSampler {
    int next(SplittableRandom random);

    static CellSampler of(CellProbabilities probabilities) {
        return probabilities.isUniform() ? new UniformSampler(probabilities.size()) : AliasSampler.of(probabilities);
    }

    /** The high half of a 63-bit number times the number of cells; its bias, cells/2^63, is beyond measuring. */
    record UniformSampler(int cells) implements CellSampler {
        @Override
        public int next(SplittableRandom random) {
            return (int) Math.multiplyHigh(random.nextLong() >>> 1, (long) cells << 1);
        }
    }
}
