package dev.slop.metrics.lexical;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Different items expected of a draw without replacement, over the number drawn. */
final class Hypergeometric {
    private Hypergeometric() {}

    static OptionalDouble distinctRatio(int[] counts, long total, int drawn) {
        if (drawn <= 0) {
            throw new IllegalArgumentException("drawn must be positive: " + drawn);
        }
        if (total < drawn) {
            return OptionalDouble.empty();
        }
        Map<Integer, Integer> countsOfCounts = new HashMap<>();
        for (int count : counts) {
            countsOfCounts.merge(count, 1, Integer::sum);
        }
        countsOfCounts.remove(0);
        double expected = 0;
        for (Map.Entry<Integer, Integer> entry : countsOfCounts.entrySet()) {
            expected += entry.getValue() * (1 - missed(total, entry.getKey(), drawn));
        }
        return OptionalDouble.of(expected / drawn);
    }

    /** C(N - c, m) / C(N, m): the chance that none of c among N is drawn. */
    private static double missed(long total, int count, int drawn) {
        if (total - count < drawn) {
            return 0;
        }
        if (count <= drawn) {
            double missed = 1;
            for (int i = 0; i < count; i++) {
                missed *= (double) (total - drawn - i) / (total - i);
            }
            return missed;
        }
        double missed = 1;
        for (int i = 0; i < drawn; i++) {
            missed *= (double) (total - count - i) / (total - i);
        }
        return missed;
    }
}
