package dev.slop.metrics.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much a near-duplicate partition hangs on its threshold and on single answers. Every figure is
 * {@code 1 -} {@link AdjustedRandIndex} between the partition and one made anew: 0 the same partition, 1 as unlike as
 * chance.
 *
 * @param looser change when the threshold is lower by {@value #SHIFT}
 * @param stricter change when the threshold is higher by {@value #SHIFT}, at most 1
 * @param meanLeftOut mean change among the other answers when one is left out
 * @param worstLeftOut greatest change among the other answers when one is left out
 * @param leftOut answers that were left out, each in its turn; 0 says that the two figures before are 0 for want of a try
 */
public record GroupingStability(double looser, double stricter, double meanLeftOut, double worstLeftOut, int leftOut) {
    /** By how much the threshold is moved. */
    public static final double SHIFT = 0.05;

    /** Groupings that are made without any answer left out. */
    static final int GROUPINGS = 3;

    /**
     * Groups the answers {@code 3 + mostLeftOut} times at most.
     *
     * @param answers cleaned texts
     * @param options of the partition
     * @param mostLeftOut answers to leave out; where there are more, they are taken at even distances of the sorted answers,
     *     so that their order does not matter
     * @return the stability
     * @throws IllegalArgumentException if {@code mostLeftOut} is negative
     */
    public static GroupingStability of(List<String> answers, NearDuplicateOptions options, int mostLeftOut) {
        if (mostLeftOut < 0) {
            throw new IllegalArgumentException("mostLeftOut must not be negative: " + mostLeftOut);
        }
        List<String> sorted = answers.stream().sorted().toList();
        List<Integer> groups = groups(sorted, options);
        int leftOut = Math.min(mostLeftOut, sorted.size());
        double[] changes = IntStream.range(0, leftOut)
                .mapToDouble(i -> changeWithout((int) ((long) i * sorted.size() / leftOut), sorted, groups, options))
                .toArray();
        return new GroupingStability(
                change(groups, groups(sorted, shifted(options, -SHIFT))),
                change(groups, groups(sorted, shifted(options, SHIFT))),
                Arrays.stream(changes).average().orElse(0),
                Arrays.stream(changes).max().orElse(0),
                leftOut);
    }

    /** {@return the greatest of the changes that were tried} */
    public double worst() {
        return Math.max(worstLeftOut, Math.max(looser, stricter));
    }

    private static NearDuplicateOptions shifted(NearDuplicateOptions options, double shift) {
        double threshold = Math.min(1, options.threshold() + shift);
        return options.withThreshold(threshold > 0 ? threshold : options.threshold());
    }

    private static double changeWithout(
            int position, List<String> answers, List<Integer> groups, NearDuplicateOptions options) {
        return change(without(position, groups), groups(without(position, answers), options));
    }

    private static <T> List<T> without(int position, List<T> all) {
        List<T> others = new ArrayList<>(all);
        others.remove(position);
        return others;
    }

    private static List<Integer> groups(List<String> answers, NearDuplicateOptions options) {
        return AnswerGrouping.nearDuplicate(options).group(answers).groupOf();
    }

    private static double change(List<Integer> before, List<Integer> after) {
        return 1 - AdjustedRandIndex.of(before, after);
    }
}
