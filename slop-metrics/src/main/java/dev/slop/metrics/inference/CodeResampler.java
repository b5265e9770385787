package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws answer by answer: for few answers. */
final class CodeResampler extends Resampler {
    /** A 32-bit draw favours none of so many answers by more than 2<sup>−16</sup> of its probability. */
    static final int MOST_ANSWERS = 1 << 16;

    private final int[] codes;

    CodeResampler(long[] row) {
        super(row);
        codes = new int[(int) total];
        int next = 0;
        for (int i = 0; i < cells.length; i++) {
            Arrays.fill(codes, next, next + (int) counts[i], cells[i]);
            next += (int) counts[i];
        }
    }

    @Override
    void draw(SplittableRandom random, long[] into) {
        Arrays.fill(into, 0);
        long answers = codes.length;
        for (int i = 1; i < codes.length; i += 2) {
            long bits = random.nextLong();
            into[codes[(int) (((bits >>> 32) * answers) >>> 32)]]++;
            into[codes[(int) (((bits & 0xffff_ffffL) * answers) >>> 32)]]++;
        }
        if ((codes.length & 1) == 1) {
            into[codes[(int) (((random.nextLong() >>> 32) * answers) >>> 32)]]++;
        }
    }
}
