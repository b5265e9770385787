package dev.slop.metrics.grouping;

import java.util.List;

/** Decides which cleaned answers are the same. The partition does not depend on their order. */
public interface AnswerGrouping {
    /** {@return the rule's name, for example {@code near-duplicate}} */
    String name();

    /**
     * Partitions answers.
     *
     * @param answers cleaned texts, pooled over the models
     * @return the partition
     */
    Grouping group(List<String> answers);
}
