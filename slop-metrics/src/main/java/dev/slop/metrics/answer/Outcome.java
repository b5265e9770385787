package dev.slop.metrics.answer;

/** The classes that answers are kept apart in. Only {@link #ANSWERED} is measured; the others are counted. */
public enum Outcome {
    /** An answer that can be measured. */
    ANSWERED,
    /** The model declined. */
    REFUSED,
    /** A filter held the answer back. */
    BLOCKED,
    /** The answer was cut off. */
    TRUNCATED,
    /** Nothing was left after cleaning. */
    EMPTY,
    /** The answer is not one of those that the prompt permits. */
    OUT_OF_RANGE,
    /** No answer was had. */
    FAILED,
    /** The reply should have listed several answers, but no list was found in it. */
    UNPARSED
}
