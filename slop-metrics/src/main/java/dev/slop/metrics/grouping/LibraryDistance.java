package dev.slop.metrics.grouping;

import info.debatty.java.stringsimilarity.Levenshtein;

/** java-string-similarity's measure: what decides wherever the texts are few and short enough for it. */
final class LibraryDistance implements PatternDistance {
    private final Levenshtein levenshtein = new Levenshtein();
    private String pattern = "";

    @Override
    public void compile(String next) {
        pattern = next;
    }

    @Override
    public int distance(String text, int limit) {
        return (int) levenshtein.distance(pattern, text, limit + 1);
    }
}
