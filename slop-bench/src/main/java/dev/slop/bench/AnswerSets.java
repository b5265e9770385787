package dev.slop.bench;

import java.util.ArrayList;
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
        SplittableRandom random = new SplittableRandom(seed);
        int universe = 4 * size;
        List<Set<String>> sets = new ArrayList<>(models);
        for (int m = 0; m < models; m++) {
            Set<String> set = new HashSet<>(2 * size);
            while (set.size() < size) {
                double u = random.nextDouble();
                set.add("answer " + (int) (universe * u * u));
            }
            sets.add(set);
        }
        return sets;
    }
}
