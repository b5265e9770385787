package dev.slop.core;

/** When two answers to a prompt count as the same. */
public enum SameAnswer {
    /** Equal after cleaning. */
    EXACT,
    /** Alike in wording after cleaning. */
    NEAR_DUPLICATE,
    /** Alike in meaning. */
    SEMANTIC
}
