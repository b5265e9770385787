package dev.slop.metrics.lexical;

import java.util.Arrays;
import java.util.Comparator;

/**
 * All suffixes of all texts in order of their words, and how many words each has in common with the one before.
 *
 * @see <a href="https://doi.org/10.1137/0222058">Manber and Myers (1993), Suffix arrays</a>, Kasai et al. (2001)
 */
final class WordSuffixes {
    private final int[] textOf;
    private final int[] startOf;
    private final int[] order;
    private final int[] common;

    private WordSuffixes(int[] textOf, int[] startOf, int[] words) {
        this.textOf = textOf;
        this.startOf = startOf;
        int[] ranks = words.clone();
        this.order = sorted(ranks);
        this.common = common(words, order, ranks);
    }

    /* Each text ends in a number of its own, so that nothing in common runs past an end. */
    static WordSuffixes of(TokenizedTexts texts) {
        int[] rankOf = alphabetical(texts);
        int size = Math.toIntExact(texts.tokens() + texts.size());
        int[] words = new int[size];
        int[] textOf = new int[size];
        int[] startOf = new int[texts.size()];
        int at = 0;
        for (int t = 0; t < texts.size(); t++) {
            int[] text = texts.text(t);
            startOf[t] = at;
            for (int i = 0; i < text.length; i++) {
                words[at + i] = rankOf[text[i]];
            }
            Arrays.fill(textOf, at, at + text.length + 1, t);
            at += text.length;
            words[at++] = texts.vocabularySize() + t;
        }
        return new WordSuffixes(textOf, startOf, words);
    }

    /** The texts' order numbers the words, and must not order the suffixes. */
    private static int[] alphabetical(TokenizedTexts texts) {
        Integer[] numbers = new Integer[texts.vocabularySize()];
        Arrays.setAll(numbers, i -> i);
        Arrays.sort(numbers, Comparator.comparing(texts::word));
        int[] rankOf = new int[numbers.length];
        for (int rank = 0; rank < numbers.length; rank++) {
            rankOf[numbers[rank]] = rank;
        }
        return rankOf;
    }

    int size() {
        return order.length;
    }

    /** {@return the text of the suffix at a place of the order} */
    int text(int place) {
        return textOf[order[place]];
    }

    /** {@return the word of its text where the suffix begins} */
    int offset(int place) {
        return order[place] - startOf[text(place)];
    }

    /** {@return words in common with the suffix before; 0 for the first} */
    int common(int place) {
        return common[place];
    }

    /** Ranks suffixes by 1, 2, 4 … words; a rank of twice as many is a pair of ranks. Leaves the ranks in the array. */
    private static int[] sorted(int[] ranks) {
        int n = ranks.length;
        long[] keys = new long[n];
        int[] order = new int[n];
        int different = compact(ranks, keys, order, 0);
        for (int length = 1; different < n && length < n; length *= 2) {
            different = compact(ranks, keys, order, length);
        }
        return order;
    }

    private static int compact(int[] ranks, long[] keys, int[] order, int length) {
        int n = ranks.length;
        Integer[] places = new Integer[n];
        for (int i = 0; i < n; i++) {
            places[i] = i;
            long following = length > 0 && i + length < n ? ranks[i + length] + 1L : 0;
            keys[i] = ((long) ranks[i] << Integer.SIZE) | following;
        }
        Arrays.sort(places, (a, b) -> Long.compare(keys[a], keys[b]));
        int rank = -1;
        for (int i = 0; i < n; i++) {
            order[i] = places[i];
            rank += i == 0 || keys[order[i]] != keys[order[i - 1]] ? 1 : 0;
            ranks[order[i]] = rank;
        }
        return rank + 1;
    }

    private static int[] common(int[] words, int[] order, int[] ranks) {
        int n = words.length;
        int[] common = new int[n];
        int length = 0;
        for (int i = 0; i < n; i++) {
            if (ranks[i] == 0) {
                length = 0;
                continue;
            }
            int before = order[ranks[i] - 1];
            while (i + length < n && before + length < n && words[i + length] == words[before + length]) {
                length++;
            }
            common[ranks[i]] = length;
            length = Math.max(0, length - 1);
        }
        return common;
    }
}
