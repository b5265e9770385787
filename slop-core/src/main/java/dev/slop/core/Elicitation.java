package dev.slop.core;

/**
 * How an answer is elicited: asked for directly, or as one of several that the model is asked to write down in one reply.
 * What a reply of several means for the counts is the measuring side's business.
 */
public sealed interface Elicitation {
    /** Most answers that one reply is asked for. */
    int MAX_COUNT = 100;

    /**
     * {@return what is sent for a prompt}
     *
     * @param prompt the prompt's text
     */
    String message(String prompt);

    /** The prompt as it is; its reply is one answer. */
    record Direct() implements Elicitation {
        @Override
        public String message(String prompt) {
            return prompt;
        }
    }

    /**
     * Verbalized sampling: the model writes down several answers with the probability of each. The instruction follows
     * that of Zhang et al., <em>Verbalized Sampling: How to Mitigate Mode Collapse and Unlock LLM Diversity</em> (2025),
     * arXiv:2510.01171, in its standard form: tags, a number each, sampled from the full distribution.
     *
     * <p>The constructor throws {@link IllegalArgumentException} if the count is not in [2, {@value #MAX_COUNT}].
     *
     * @param count answers that one reply is asked for
     */
    record Verbalized(int count) implements Elicitation {
        /** Answers a reply if nothing else is stated: the paper's k. */
        public static final int DEFAULT_COUNT = 5;

        public Verbalized {
            requireSeveral(count);
        }

        @Override
        public String message(String prompt) {
            return "<instructions>\nGenerate " + count
                    + " responses to the user query, each within a separate <response>"
                    + " tag. Each <response> must include a <text> and a numeric <probability>. Sample at random from"
                    + " the full distribution of possible responses.\n</instructions>\n\n" + prompt;
        }
    }

    /**
     * List, then pick: the model writes down a list of answers of which one is picked.
     *
     * <p>The constructor throws {@link IllegalArgumentException} if the count is not in [2, {@value #MAX_COUNT}].
     *
     * @param count answers that one reply is asked for
     */
    record ListThenPick(int count) implements Elicitation {
        /** Answers a reply if nothing else is stated. */
        public static final int DEFAULT_COUNT = 10;

        public ListThenPick {
            requireSeveral(count);
        }

        @Override
        public String message(String prompt) {
            return "<instructions>\nGive " + count
                    + " different responses to the user query, as a numbered list with one"
                    + " response per item and nothing else.\n</instructions>\n\n" + prompt;
        }
    }

    private static void requireSeveral(int count) {
        if (count < 2 || count > MAX_COUNT) {
            throw new IllegalArgumentException("count must be in [2, " + MAX_COUNT + "]: " + count);
        }
    }
}
