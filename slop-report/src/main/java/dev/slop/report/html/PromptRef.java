package dev.slop.report.html;

import dev.slop.metrics.analysis.PromptAnalysis;

/**
 * A prompt as the page refers to it.
 *
 * @param position from 0; also names its anchors, for an id may hold anything
 * @param id as the experiment has it
 * @param text that was sent
 */
record PromptRef(int position, String id, String text) {
    static PromptRef of(int position, PromptAnalysis prompt) {
        return new PromptRef(position, VisibleText.line(prompt.id(), 80), VisibleText.shortened(prompt.text(), 1_000));
    }

    /** {@return the anchor of its section} */
    String anchor() {
        return "prompt-" + position;
    }
}
