package dev.slop.report.input;

import java.util.OptionalDouble;

/**
 * One of the answers that a model wrote down in one reply.
 *
 * @param text the answer
 * @param probability what the model says of its probability, on whatever scale; not negative, finite
 */
record ListedAnswer(String text, OptionalDouble probability) {
    static ListedAnswer of(String text) {
        return new ListedAnswer(text, OptionalDouble.empty());
    }
}
