package dev.slop.core;

import java.util.List;
import java.util.Locale;

/** The form in which a prompt wants its answer; how it is read out of the text is the measuring side's business. */
public sealed interface AnswerForm {
    /** Any text. */
    record FreeText() implements AnswerForm {}

    /**
     * A whole number.
     *
     * <p>The constructor throws {@link IllegalArgumentException} if {@code min > max}.
     *
     * @param min smallest number that counts
     * @param max largest number that counts
     * @param locale whose decimal and grouping signs are read
     */
    record WholeNumber(long min, long max, Locale locale) implements AnswerForm {
        public WholeNumber {
            if (min > max) {
                throw new IllegalArgumentException("integer range is empty: [" + min + ", " + max + "]");
            }
        }

        /**
         * A whole number written as in {@link Locale#ROOT}: 1,000 is a thousand.
         *
         * @param min smallest number that counts
         * @param max largest number that counts
         */
        public WholeNumber(long min, long max) {
            this(min, max, Locale.ROOT);
        }
    }

    /**
     * One of a list of choices.
     *
     * <p>The constructor throws {@link IllegalArgumentException} if there is no choice.
     *
     * @param choices at least one
     */
    record Choice(List<String> choices) implements AnswerForm {
        public Choice {
            choices = List.copyOf(choices);
            if (choices.isEmpty()) {
                throw new IllegalArgumentException("choice needs at least one choice");
            }
        }
    }
}
