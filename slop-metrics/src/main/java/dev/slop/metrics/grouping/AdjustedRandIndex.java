package dev.slop.metrics.grouping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Agreement of two partitions of the same items, corrected for chance: {@code (I - E) / (M - E)}, where {@code I} counts
 * the pairs of items that both put together, {@code E} is its expectation for random partitions with the same group sizes
 * and {@code M} the mean of the pairs that each puts together.
 *
 * @see <a href="https://doi.org/10.1007/BF01908075">Hubert and Arabie (1985), Comparing partitions</a>
 */
public final class AdjustedRandIndex {
    private AdjustedRandIndex() {}

    /**
     * {@return the index: 1 for equal partitions, about 0 for unrelated ones, at worst below 0}
     *
     * <p>1 where neither can differ: fewer than two items, or both all alone, or both all together.
     *
     * @param a per item the number of its group
     * @param b per item the number of its group
     * @throws IllegalArgumentException if they have different lengths
     */
    public static double of(List<Integer> a, List<Integer> b) {
        if (a.size() != b.size()) {
            throw new IllegalArgumentException("partitions of " + a.size() + " and " + b.size() + " items");
        }
        int[] itemsA = a.stream().mapToInt(Integer::intValue).toArray();
        int[] itemsB = b.stream().mapToInt(Integer::intValue).toArray();
        double pairsA = pairs(itemsA, new int[itemsA.length]);
        double pairsB = pairs(new int[itemsB.length], itemsB);
        double pairs = itemsA.length * (itemsA.length - 1.0) / 2;
        double expected = pairs == 0 ? 0 : pairsA * pairsB / pairs;
        double most = (pairsA + pairsB) / 2;
        return most == expected ? 1 : (pairs(itemsA, itemsB) - expected) / (most - expected);
    }

    /** Pairs of items that agree in both. */
    private static double pairs(int[] a, int[] b) {
        Map<Long, Long> counts = new HashMap<>();
        IntStream.range(0, a.length)
                .forEach(i -> counts.merge(((long) a[i] << Integer.SIZE) | (b[i] & 0xFFFFFFFFL), 1L, Long::sum));
        return counts.values().stream()
                .mapToDouble(count -> count * (count - 1.0) / 2)
                .sum();
    }
}
