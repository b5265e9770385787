package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Sorts different texts: the most frequent first, ties by text.
 *
 * <p>Texts of one template begin alike, and comparing them again and again from their beginnings is most of the work. Here
 * a text is read three characters at a time, and only on among texts that are equal so far.
 *
 * @see <a href="https://doi.org/10.1145/314161.314321">Bentley and Sedgewick (1997), Fast algorithms for sorting and
 *     searching strings</a>
 */
final class CanonicalOrder {
    private static final Comparator<CountedText> ORDER =
            Comparator.comparingInt((CountedText text) -> -text.count).thenComparing(text -> text.text);

    private static final int UNITS = 3;
    private static final int UNIT_BITS = 17;
    private static final int FEW = 16;
    private static final int MANY = 1 << 13;
    /** Units read; what is equal so far is left to {@link String#compareTo}, which is faster on long texts. */
    private static final int DEEPEST = 60 * UNITS;

    private final CountedText[] texts;
    private final long[] words;
    private final SplittableRandom random = new SplittableRandom(1);

    private CanonicalOrder(CountedText[] texts) {
        this.texts = texts;
        this.words = Arrays.stream(texts).mapToLong(text -> -text.count).toArray();
    }

    static void sort(CountedText[] texts) {
        var order = new CanonicalOrder(texts);
        order.sort(0, texts.length, -UNITS);
    }

    /** Sorts texts that are equal before the depth, by their words from there. */
    private void sort(int from, int to, int depth) {
        int start = from;
        int end = to;
        int equalTo = depth;
        while (end - start > FEW && equalTo < DEEPEST) {
            long pivot = pivot(start, end);
            int less = start;
            int greater = end;
            for (int i = start; i < greater; ) {
                if (words[i] < pivot) {
                    swap(i++, less++);
                } else if (words[i] > pivot) {
                    swap(i, --greater);
                } else {
                    i++;
                }
            }
            sort(start, less, equalTo);
            sort(greater, end, equalTo);
            start = less;
            end = greater;
            equalTo += UNITS;
            load(start, end, equalTo);
        }
        Arrays.sort(texts, start, end, ORDER);
    }

    private long pivot(int start, int end) {
        long a = words[random.nextInt(start, end)];
        long b = words[random.nextInt(start, end)];
        long c = words[random.nextInt(start, end)];
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void swap(int i, int j) {
        CountedText text = texts[i];
        texts[i] = texts[j];
        texts[j] = text;
        long word = words[i];
        words[i] = words[j];
        words[j] = word;
    }

    private void load(int start, int end, int depth) {
        IntStream positions = IntStream.range(start, end);
        (end - start < MANY ? positions : positions.parallel()).forEach(i -> words[i] = word(texts[i].text, depth));
    }

    /** Three units, each as its value and 1, so that the end comes before all of them. */
    private static long word(String text, int depth) {
        long word = 0;
        for (int i = depth; i < depth + UNITS; i++) {
            word = (word << UNIT_BITS) | (i < text.length() ? text.charAt(i) + 1 : 0);
        }
        return word;
    }
}
