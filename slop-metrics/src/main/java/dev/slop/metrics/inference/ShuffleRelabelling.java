package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Deals answer by answer, a shuffle that stops when all samples but the largest are served: for few answers. */
final class ShuffleRelabelling extends Relabelling {
    private final int[] codes;
    private int dealt;

    ShuffleRelabelling(long[][] samples) {
        super(samples);
        codes = new int[Math.toIntExact(Arrays.stream(pool).sum())];
        int next = 0;
        for (int cell = 0; cell < pool.length; cell++) {
            Arrays.fill(codes, next, next + (int) pool[cell], cell);
            next += (int) pool[cell];
        }
    }

    /** The codes may stay as the last deal left them: any order is as good a start for a shuffle. */
    @Override
    void start() {
        dealt = 0;
    }

    @Override
    void take(SplittableRandom random, long answers, long[] into, long[] left) {
        for (int end = dealt + (int) answers; dealt < end; dealt++) {
            int drawn = dealt + Replicates.below(random, codes.length - dealt);
            int code = codes[drawn];
            codes[drawn] = codes[dealt];
            codes[dealt] = code;
            into[code]++;
            left[code]--;
        }
    }
}
