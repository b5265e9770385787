package dev.slop.metrics.grouping;

import java.util.List;

/**
 * A partition of answers. Groups are numbered by size, the largest first, ties by label.
 *
 * @param labels per group the text that stands for it: its most frequent answer, ties by text
 * @param groupOf per answer, in the order they were given, the number of its group
 */
public record Grouping(List<String> labels, List<Integer> groupOf) {
    public Grouping {
        labels = List.copyOf(labels);
        groupOf = List.copyOf(groupOf);
    }
}
