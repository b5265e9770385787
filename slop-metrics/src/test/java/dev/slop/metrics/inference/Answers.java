package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** 50 random numbers between 1 and 100 of three models, over the same 18 cells, and plain statistics of counts. */
final class Answers {
    // cells: 42 47 | 17 37 57 58 62 63 64 67 73 81 83 87 | 53 54 94 97
    static final long[] C = {49, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    static final long[] G = {0, 4, 3, 5, 5, 2, 1, 1, 2, 4, 20, 1, 1, 1, 0, 0, 0, 0};
    static final long[] E = {10, 0, 0, 3, 9, 0, 0, 0, 0, 7, 13, 0, 0, 0, 2, 2, 1, 3};

    private Answers() {}

    static double entropyBits(long[] counts) {
        double n = Arrays.stream(counts).sum();
        return -Arrays.stream(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> count / n * Math.log(count / n) / Math.log(2))
                .sum();
    }

    static double distinct(long[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }

    static double totalVariation(long[] a, long[] b) {
        double n = Arrays.stream(a).sum();
        double m = Arrays.stream(b).sum();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] / n - b[i] / m);
        }
        return sum / 2;
    }

    static double jaccard(long[] a, long[] b) {
        double shared = 0;
        double either = 0;
        for (int i = 0; i < a.length; i++) {
            shared += a[i] > 0 && b[i] > 0 ? 1 : 0;
            either += a[i] > 0 || b[i] > 0 ? 1 : 0;
        }
        return shared / either;
    }

    static List<ToDoubleFunction<long[]>> statistics() {
        return List.of(
                Answers::entropyBits,
                Answers::distinct,
                counts -> Arrays.stream(counts).max().orElse(0)
                        / (double) Arrays.stream(counts).sum());
    }
}
