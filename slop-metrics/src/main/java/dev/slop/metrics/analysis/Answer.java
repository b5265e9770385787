package dev.slop.metrics.analysis;

import dev.slop.metrics.answer.Outcome;

/**
 * One answer as it came.
 *
 * @param prompt id of the prompt
 * @param model who answered
 * @param variant the way of asking, {@code "default"} where there is but one
 * @param index number of the draw, from 0
 * @param outcome how the asking ended; cleaning may turn {@code ANSWERED} into {@code EMPTY} or {@code OUT_OF_RANGE}
 * @param text as sent by the model
 */
public record Answer(String prompt, String model, String variant, int index, Outcome outcome, String text) {
    /** The variant of a study that has but one way of asking. */
    public static final String DEFAULT_VARIANT = "default";
}
