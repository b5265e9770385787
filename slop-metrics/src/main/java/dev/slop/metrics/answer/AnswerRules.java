package dev.slop.metrics.answer;

import java.util.List;

/** Ordered cleaning rules. */
public final class AnswerRules {
    private AnswerRules() {}

    /** {@return the rules for any text} */
    public static AnswerRules text() {
        return new AnswerRules();
    }

    /**
     * Cleans one answer.
     *
     * @param answer as the model sent it
     * @return the cleaned answer with its trace
     */
    public CleanedAnswer apply(String answer) {
        return new CleanedAnswer(Outcome.ANSWERED, answer, List.of());
    }
}
