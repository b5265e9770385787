package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The texts as they are compared, each with its letter histogram. A histogram bounds the edit distance from below: an
 * edit adds at most one letter that is missing.
 */
final class ComparedTexts {
    private static final int BUCKETS = 32;
    private static final int MOST = 255;
    /** The longer text with a tail or a head may be this many times the shorter. */
    private static final int LONGEST_CONTAINER = 3;

    private final DistinctTexts texts;
    private final NearDuplicateOptions options;
    private final byte[] histograms;
    private final int[] lengths;
    private final double meanLength;

    ComparedTexts(DistinctTexts texts, NearDuplicateOptions options) {
        this.texts = texts;
        this.options = options;
        this.histograms = new byte[Math.multiplyExact(texts.size(), BUCKETS)];
        this.lengths = IntStream.range(0, texts.size())
                .map(i -> texts.text(i).length())
                .toArray();
        IntStream.range(0, texts.size()).parallel().forEach(i -> count(compared(i), i * BUCKETS));
        this.meanLength = Arrays.stream(lengths)
                .map(length -> Math.min(length, options.longest()))
                .average()
                .orElse(0);
    }

    private void count(String text, int from) {
        for (int i = 0; i < text.length(); i++) {
            int bucket = from + text.charAt(i) % BUCKETS;
            if ((histograms[bucket] & MOST) < MOST) {
                histograms[bucket]++;
            }
        }
    }

    int size() {
        return texts.size();
    }

    /** {@return mean length of what is compared} */
    double meanLength() {
        return meanLength;
    }

    /** {@return about how many cells the edit matrices of all pairs have} */
    double cellsOfAllPairs() {
        return texts.size() / 2.0 * texts.size() * meanLength * meanLength;
    }

    /** {@return what of the text is compared} */
    String compared(int position) {
        String text = texts.text(position);
        return text.length() <= options.longest() ? text : text.substring(0, options.longest());
    }

    int comparedLength(int position) {
        return Math.min(lengths[position], options.longest());
    }

    /** {@return the share of edits that makes a text with this one as the shorter the same} */
    private double permittedShare(int shorter) {
        double share = 1 - options.threshold();
        return shorter >= options.fullLength() ? share : share * shorter / options.fullLength();
    }

    /** {@return whether a text of this length can only equal another} */
    boolean isTooShort(int length) {
        double share = permittedShare(length);
        return share < 1 && length * share / (1 - share) < 1;
    }

    /** {@return most edits between the compared parts, or -1 where the lengths alone make them differ} */
    int permittedEdits(int a, int b) {
        double share = permittedShare(Math.min(lengths[a], lengths[b]));
        if (Math.abs(lengths[a] - lengths[b]) > edits(share, Math.max(lengths[a], lengths[b]))) {
            return -1;
        }
        return edits(share, Math.max(comparedLength(a), comparedLength(b)));
    }

    /** {@return most edits with which the longer may contain the shorter, or -1 where it is too short or too long for it} */
    int permittedEditsInside(int a, int b) {
        int shorter = Math.min(lengths[a], lengths[b]);
        int longer = Math.max(lengths[a], lengths[b]);
        boolean applies = 2 * shorter >= options.fullLength()
                && longer <= options.longest()
                && longer <= (long) LONGEST_CONTAINER * shorter;
        return applies ? edits(permittedShare(shorter) / 2, shorter) : -1;
    }

    /* The product of a decimal share and a length falls a little short of the whole number that is meant. */
    private static int edits(double share, int length) {
        return (int) (share * length + 1e-9);
    }

    /** {@return letters that the shorter text has and the longer lacks: a lower bound of every edit distance} */
    int missingLetters(int shorter, int longer) {
        int missing = 0;
        for (int i = 0; i < BUCKETS; i++) {
            int more = (histograms[shorter * BUCKETS + i] & MOST) - (histograms[longer * BUCKETS + i] & MOST);
            missing += Math.max(0, more);
        }
        return missing;
    }
}
