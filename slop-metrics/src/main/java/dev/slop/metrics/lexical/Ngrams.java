package dev.slop.metrics.lexical;

import java.util.Arrays;

/**
 * The n-grams of some texts, numbered from 0. Numbers, not hashes, so that different n-grams never count as one: an
 * n-gram is the pair of the (n-1)-gram that begins it and its last word.
 */
final class Ngrams {
    private final int order;
    private final int[][] ids;
    private final int different;

    private Ngrams(int order, int[][] ids, int different) {
        this.order = order;
        this.ids = ids;
        this.different = different;
    }

    static Ngrams unigrams(TokenizedTexts texts) {
        int[][] ids = new int[texts.size()][];
        for (int t = 0; t < ids.length; t++) {
            ids[t] = texts.text(t);
        }
        return new Ngrams(1, ids, texts.vocabularySize());
    }

    static Ngrams of(TokenizedTexts texts, int order) {
        if (order < 1) {
            throw new IllegalArgumentException("n must be positive: " + order);
        }
        Ngrams ngrams = unigrams(texts);
        while (ngrams.order < order) {
            ngrams = ngrams.longer(texts);
        }
        return ngrams;
    }

    /** {@return the n-grams with one word more} */
    Ngrams longer(TokenizedTexts texts) {
        PairNumbers numbers = new PairNumbers(total());
        int[][] longer = new int[ids.length][];
        for (int t = 0; t < ids.length; t++) {
            int[] words = texts.text(t);
            int[] shorter = ids[t];
            longer[t] = new int[Math.max(0, words.length - order)];
            for (int i = 0; i < longer[t].length; i++) {
                longer[t][i] = numbers.number(shorter[i], words[i + order]);
            }
        }
        return new Ngrams(order + 1, longer, numbers.size());
    }

    int order() {
        return order;
    }

    int texts() {
        return ids.length;
    }

    /** {@return the n-grams of a text by place; not to be changed} */
    int[] of(int text) {
        return ids[text];
    }

    /** {@return an upper limit of the numbers} */
    int different() {
        return different;
    }

    long total() {
        return Arrays.stream(ids).mapToLong(text -> text.length).sum();
    }

    /** {@return how often each occurs in all texts} */
    int[] counts() {
        int[] counts = new int[different];
        for (int[] text : ids) {
            for (int id : text) {
                counts[id]++;
            }
        }
        return counts;
    }

    /** {@return in how many texts each occurs} */
    int[] textCounts() {
        int[] counts = new int[different];
        int[] last = new int[different];
        for (int t = 0; t < ids.length; t++) {
            for (int id : ids[t]) {
                if (last[id] != t + 1) {
                    last[id] = t + 1;
                    counts[id]++;
                }
            }
        }
        return counts;
    }
}
