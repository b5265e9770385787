package dev.slop.metrics.answer;

import java.util.List;

/**
 * What cleaning made of one answer.
 *
 * @param outcome {@code ANSWERED}, {@code EMPTY} or {@code OUT_OF_RANGE}
 * @param text what is compared; empty where the outcome is not {@code ANSWERED}
 * @param trace the rules that changed the text, in order, with the text after each
 */
public record CleanedAnswer(Outcome outcome, String text, List<Step> trace) {
    public CleanedAnswer {
        trace = List.copyOf(trace);
    }

    /**
     * One rule that changed the text.
     *
     * @param rule its name
     * @param after the text after it
     */
    public record Step(String rule, String after) {}
}
