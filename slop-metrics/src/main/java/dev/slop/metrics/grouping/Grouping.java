package dev.slop.metrics.grouping;

import java.util.List;

/**
 * A partition of answers. Groups are numbered by size, the largest first, ties by label.
 *
 * @param labels per group the text that stands for it: its most frequent answer, ties by text
 * @param groupOf per answer, in the order they were given, the number of its group
 * @param warnings what a reader must know about how the partition came about, one sentence each; mostly none
 */
public record Grouping(List<String> labels, List<Integer> groupOf, List<String> warnings) {
    public Grouping {
        labels = List.copyOf(labels);
        groupOf = List.copyOf(groupOf);
        warnings = List.copyOf(warnings);
    }

    /**
     * A partition without warnings.
     *
     * @param labels per group the text that stands for it
     * @param groupOf per answer the number of its group
     */
    public Grouping(List<String> labels, List<Integer> groupOf) {
        this(labels, groupOf, List.of());
    }
}
