package dev.slop.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Sets of answers of several models, drawn from a universe four times as large as a set, popular answers likelier: the
 * answer is the universe's size times the square of a uniform number.
 */
final class AnswerSets {
    private AnswerSets() {}

    static List<Set<String>> of(int models, int size, long seed) {
        return ids(models, size, seed).stream()
                .map(ids -> {
                    Set<String> set = new HashSet<>(2 * size);
                    for (int id : ids) {
                        set.add("answer " + id);
                    }
                    return set;
                })
                .toList();
    }

    /** {@return the same sets by the numbers of the answers} */
    static List<int[]> ids(int models, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int universe = 4 * size;
        List<int[]> sets = new ArrayList<>(models);
        for (int m = 0; m < models; m++) {
            BitSet drawn = new BitSet(universe);
            int[] ids = new int[size];
            for (int filled = 0; filled < size; ) {
                double u = random.nextDouble();
                int id = (int) (universe * u * u);
                if (!drawn.get(id)) {
                    drawn.set(id);
                    ids[filled++] = id;
                }
            }
            sets.add(ids);
        }
        return sets;
    }
}
