package dev.slop.metrics.overlap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The exact Jaccard index |A ∩ B| / |A ∪ B| of every pair of many sets at once.
 *
 * <p>Elements are interned to numbers. Where the sets fill their universe densely enough they become rows of bits, and
 * intersections are counted 64 elements a step, block by block of the universe so that the rows of all sets stay in
 * the cache; elsewhere inverted lists (element → sets) are used. The result is the same.
 */
public final class PairwiseJaccard {
    private final long[] sizes;
    private final long[] intersections;

    private PairwiseJaccard(long[] sizes, long[] intersections) {
        this.sizes = sizes;
        this.intersections = intersections;
    }

    /**
     * Compares sets.
     *
     * @param sets one a model
     * @param <T> the elements' type
     * @return the indices of all pairs
     */
    public static <T> PairwiseJaccard of(List<? extends Set<? extends T>> sets) {
        Map<T, Integer> ids = new HashMap<>();
        return compare(sets.stream()
                .map(set -> set.stream()
                        .mapToInt(element -> {
                            Integer next = ids.size();
                            Integer known = ids.putIfAbsent(element, next);
                            return known == null ? next : known;
                        })
                        .toArray())
                .toArray(int[][]::new));
    }

    /**
     * Compares sets of numbers, for example of interned answers.
     *
     * @param sets one a model, its different elements in any order
     * @return the indices of all pairs
     * @throws IllegalArgumentException if an element is negative or stands in a set twice
     */
    public static PairwiseJaccard ofIds(List<int[]> sets) {
        return compare(sets.toArray(int[][]::new));
    }

    private static PairwiseJaccard compare(int[][] sets) {
        long[] sizes = new long[sets.length];
        long elements = 0;
        long universe = 0;
        for (int set = 0; set < sets.length; set++) {
            sizes[set] = sets[set].length;
            elements += sizes[set];
            for (int element : sets[set]) {
                if (element < 0) {
                    throw new IllegalArgumentException("set " + set + " has a negative element: " + element);
                }
                universe = Math.max(universe, element + 1L);
            }
        }
        long[] intersections = BitRows.worthwhile(sets.length, elements, universe)
                ? BitRows.intersections(sets, universe)
                : InvertedLists.intersections(sets);
        return new PairwiseJaccard(sizes, intersections);
    }

    /** {@return the number of sets} */
    public int sets() {
        return sizes.length;
    }

    /**
     * {@return the number of elements of a set}
     *
     * @param set its number
     */
    public long size(int set) {
        return sizes[set];
    }

    /**
     * {@return the number of elements of both sets}
     *
     * @param a number of one set
     * @param b number of another
     */
    public long intersection(int a, int b) {
        if (a == b) {
            return sizes[a];
        }
        return intersections[Math.min(a, b) * sizes.length + Math.max(a, b)];
    }

    /**
     * {@return the Jaccard index, empty where a set is empty}
     *
     * @param a number of one set
     * @param b number of another
     */
    public OptionalDouble index(int a, int b) {
        long shared = intersection(a, b);
        return sizes[a] == 0 || sizes[b] == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) shared / (sizes[a] + sizes[b] - shared));
    }
}
