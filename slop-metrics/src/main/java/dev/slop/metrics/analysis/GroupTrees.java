package dev.slop.metrics.analysis;

import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.overlap.ModelTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which groups are alike. */
final class GroupTrees {
    private static final int LONGEST_NAME = 40;

    private GroupTrees() {}

    /**
     * {@return the tree over the most frequent groups; absent with fewer than {@link GroupTree#FEWEST}, and where all are
     * whole numbers: how they are spelled says nothing}
     *
     * @param grouping whose distance is taken
     * @param groups the most frequent first
     */
    static Optional<GroupTree> of(AnswerGrouping grouping, List<AnswerGroup> groups) {
        List<String> labels =
                groups.stream().limit(GroupTree.MOST).map(AnswerGroup::label).toList();
        if (labels.size() < GroupTree.FEWEST || labels.stream().allMatch(label -> label.matches("-?\\d+"))) {
            return Optional.empty();
        }
        ModelTree tree = ModelTree.averageLinkage(names(labels), grouping.distances(labels));
        return Optional.of(new GroupTree(tree, labels.size(), groups.size(), grouping.distance()));
    }

    private static List<String> names(List<String> labels) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String label : labels) {
            String name = shortened(label.replaceAll("\\s+", " ").strip());
            while (!taken.add(name)) {
                name += " #" + names.size();
            }
            names.add(name);
        }
        return names;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
