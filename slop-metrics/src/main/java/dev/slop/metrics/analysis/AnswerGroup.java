package dev.slop.metrics.analysis;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers that count as the same.
 *
 * @param group position in {@code pooled.groups} of the prompt, so that groups can be matched across models
 * @param label the cleaned text that stands for the group
 * @param count answers in it
 * @param example one answer as a model sent it
 * @param models who gave it, how often
 */
public record AnswerGroup(int group, String label, long count, String example, SortedMap<String, Long> models) {
    public AnswerGroup {
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
    }
}
