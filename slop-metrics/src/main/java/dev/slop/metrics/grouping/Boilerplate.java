package dev.slop.metrics.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Character 4-grams that many groups share: the template of a joke, "the answer is", common words. They say nothing about
 * which texts are near-duplicates, and without them the texts of one template no longer look alike to MinHash.
 *
 * <p>Found on a sample spread over the canonical order. The sample is grouped first and each group counts once: the
 * 4-grams of one text in a thousand variants are no boilerplate.
 */
final class Boilerplate {
    private static final int MOST_SAMPLED = 500;
    private static final int LEAST_SAMPLED = 200;
    private static final double SAMPLED_UNITS = 1.4e5;
    private static final int LONGEST_SAMPLED = 1_000;
    private static final double COMMON_SHARE = 0.01;
    private static final double KEPT_SHARE = 0.4;
    private static final int LEAST_COMMON = 5;
    private static final int BITS = 1 << 20;

    /** By the low bits of their hash; the few 4-grams that are taken for common by accident are so in every text. */
    private final BitSet common = new BitSet(BITS);

    private Boilerplate() {}

    static Boilerplate of(ComparedTexts texts, NearDuplicateOptions options) {
        DistinctTexts sample = DistinctTexts.of(sample(texts));
        List<String> leaders = Leaders.group(
                        sample, new AllLeaders(new ComparedTexts(sample, options.withLongest(longest(options)))))
                .labels();
        var boilerplate = new Boilerplate();
        boilerplate.mark(leaders);
        return boilerplate;
    }

    private static int longest(NearDuplicateOptions options) {
        return Math.min(LONGEST_SAMPLED, options.longest());
    }

    private static List<String> sample(ComparedTexts texts) {
        double wanted = Math.max(LEAST_SAMPLED, Math.min(MOST_SAMPLED, SAMPLED_UNITS / texts.meanLength()));
        int step = (int) Math.max(1, texts.size() / wanted);
        List<String> sample = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += step) {
            String text = texts.compared(i);
            sample.add(text.length() <= LONGEST_SAMPLED ? text : text.substring(0, LONGEST_SAMPLED));
        }
        return sample;
    }

    /** Marks the 4-grams of many texts, but leaves the rarest two fifths of all that the texts hold. */
    private void mark(List<String> texts) {
        long[] all = texts.stream()
                .flatMapToLong(text -> Arrays.stream(Shingles.hashes(text)).distinct())
                .sorted()
                .toArray();
        int[] counts = counts(all);
        int[] ascending = counts.clone();
        Arrays.sort(ascending);
        int most = Math.max(LEAST_COMMON, (int) (COMMON_SHARE * texts.size()));
        if (all.length > 0) {
            most = Math.max(most, ascending[(int) (KEPT_SHARE * all.length)]);
        }
        for (int i = 0; i < all.length; i++) {
            if (counts[i] > most) {
                common.set((int) all[i] & (BITS - 1));
            }
        }
    }

    /** How often each element of a sorted array is in it. */
    private static int[] counts(long[] sorted) {
        var counts = new int[sorted.length];
        int start = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i + 1 == sorted.length || sorted[i + 1] != sorted[i]) {
                Arrays.fill(counts, start, i + 1, i + 1 - start);
                start = i + 1;
            }
        }
        return counts;
    }

    boolean contains(long hash) {
        return common.get((int) hash & (BITS - 1));
    }
}
