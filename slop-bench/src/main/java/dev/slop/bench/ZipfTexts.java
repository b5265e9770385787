package dev.slop.bench;

import java.util.ArrayList;
import java.util.List;

/** Texts whose words follow Zipf's law, drawn one by one: 5,000 different words at exponent 1. */
final class ZipfTexts {
    private static final int VOCABULARY = 5_000;

    private ZipfTexts() {}

    static List<List<String>> of(int texts, int words, long seed) {
        List<String> drawn = new ZipfAnswers(VOCABULARY, 1).texts(texts * words, seed);
        List<List<String>> cut = new ArrayList<>(texts);
        for (int t = 0; t < texts; t++) {
            cut.add(List.copyOf(drawn.subList(t * words, (t + 1) * words)));
        }
        return cut;
    }
}
