package dev.slop.metrics.diversity;

import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The counts that the reference values are about, and random ones. */
final class Samples {
    /** Fifty random numbers between 1 and 100 from each of three models. */
    static final long[] C = {49, 1};

    static final long[] G = {3, 5, 4, 5, 2, 1, 1, 2, 4, 20, 1, 1, 1};
    static final long[] E = {3, 10, 2, 2, 9, 7, 13, 1, 3};

    /** The counts of the R package entropy's own examples. */
    static final long[] Y = {4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1};

    static final long[] K19 = {4, 12, 4, 5, 3, 1, 5, 1, 2, 2, 2, 2, 11, 3, 4, 12, 12, 1, 2};

    /** scikit-bio's example for Chao1. */
    static final long[] X = {0, 1, 1, 4, 2, 5, 2, 4, 1, 2};

    /** Spiders in girdled and in logged hemlock forest, iNEXT's example data. */
    static final long[] GIRDLED = {46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    private Samples() {}

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 40).boxed();
    }

    /** Counts of 1 to 30 answers, some of them rare, with a zero here and there. */
    static long[] random(long seed) {
        Random random = new Random(seed);
        long[] counts = new long[1 + random.nextInt(30)];
        int scale = 1 + random.nextInt(60);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (long) (scale * Math.pow(random.nextDouble(), 3));
        }
        counts[0] = 2L + random.nextInt(scale);
        return counts;
    }

    static long[] shuffled(long[] counts, long seed) {
        long[] copy = counts.clone();
        Random random = new Random(seed);
        for (int i = copy.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            long swapped = copy[i];
            copy[i] = copy[j];
            copy[j] = swapped;
        }
        return copy;
    }
}
