package dev.slop.metrics.grouping;

/** Levenshtein distance over UTF-16 units from one pattern to many texts. An instance is used by one thread. */
interface PatternDistance {
    /** Sets the pattern. */
    void compile(String pattern);

    /** {@return the distance between the pattern and a text, or some number above the limit where it exceeds it} */
    int distance(String text, int limit);
}
