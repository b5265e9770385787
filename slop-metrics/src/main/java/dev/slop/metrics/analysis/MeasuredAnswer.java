package dev.slop.metrics.analysis;

import dev.slop.metrics.answer.Outcome;
import java.util.List;
import java.util.OptionalInt;

/**
 * One answer with what cleaning and grouping made of it.
 *
 * @param answer as it came
 * @param outcome after cleaning
 * @param cleaned what is compared; empty where the outcome is not {@code ANSWERED}
 * @param rules names of the cleaning rules that changed it, in order
 * @param group position of its group in {@code pooled.groups}; absent where the outcome is not {@code ANSWERED}
 */
public record MeasuredAnswer(Answer answer, Outcome outcome, String cleaned, List<String> rules, OptionalInt group) {
    public MeasuredAnswer {
        rules = List.copyOf(rules);
    }
}
