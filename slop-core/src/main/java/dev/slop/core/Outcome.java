package dev.slop.core;

/**
 * How the asking for one sample ended. All but {@link #FAILED} are answers of the model: they are kept, counted and
 * never asked again.
 */
public enum Outcome {
    /** The model answered. */
    ANSWERED,
    /** The model declined to answer. */
    REFUSED,
    /** A filter of the provider held the prompt or the answer back. */
    BLOCKED,
    /** The answer was cut off by a length limit. */
    TRUNCATED,
    /** No answer was had after all permitted attempts. */
    FAILED
}
