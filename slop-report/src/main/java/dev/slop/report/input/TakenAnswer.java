package dev.slop.report.input;

import dev.slop.core.SampleKey;
import dev.slop.metrics.answer.Outcome;

/**
 * One answer as a record of another tool tells it.
 *
 * @param prompt id of the prompt
 * @param promptText its text; the id where the tool keeps none
 * @param model who answered
 * @param variant the way of asking
 * @param outcome how the asking ended
 * @param text the answer
 */
record TakenAnswer(String prompt, String promptText, String model, String variant, Outcome outcome, String text) {
    static TakenAnswer of(String prompt, String promptText, String model, String text) {
        return new TakenAnswer(prompt, promptText, model, SampleKey.DEFAULT_VARIANT, Outcome.ANSWERED, text);
    }

    TakenAnswer ended(Outcome value) {
        return new TakenAnswer(prompt, promptText, model, variant, value, text);
    }

    TakenAnswer asked(String value) {
        return new TakenAnswer(prompt, promptText, model, value, outcome, text);
    }
}
