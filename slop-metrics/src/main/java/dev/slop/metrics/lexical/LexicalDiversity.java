package dev.slop.metrics.lexical;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How many of the n-grams of some texts differ. Empty without an n-gram, never 0 for "no data".
 *
 * <p>Distinct-n falls as texts grow longer or more: compare it on equal amounts by {@link #rarefiedDistinct}, or bring
 * the texts to equal size ({@link TokenizedTexts}).
 */
public final class LexicalDiversity {
    private LexicalDiversity() {}

    /**
     * {@return distinct-n: different n-grams over all n-grams of all texts, in (0, 1]} Source: Li et al. (2016).
     *
     * @param texts pooled; no n-gram runs across two
     * @param order n
     * @see <a href="https://aclanthology.org/N16-1014">A Diversity-Promoting Objective Function</a>
     */
    public static OptionalDouble distinct(TokenizedTexts texts, int order) {
        Ngrams ngrams = Ngrams.of(texts, order);
        return share(different(ngrams.counts()), ngrams.total());
    }

    /**
     * {@return the mean over n = 1 … the longest of distinct-n, of those n that have an n-gram}
     *
     * @param texts pooled
     * @param longest the longest n
     */
    public static OptionalDouble meanDistinct(TokenizedTexts texts, int longest) {
        double sum = 0;
        int orders = 0;
        for (int n = 1; n <= longest; n++) {
            OptionalDouble distinct = distinct(texts, n);
            sum += distinct.orElse(0);
            orders += distinct.isPresent() ? 1 : 0;
        }
        return orders == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / orders);
    }

    /**
     * {@return expectation-adjusted distinct-n (EAD): different n-grams over the number expected if as many were drawn
     * evenly from V: d / (V (1 − ((V − 1)/V)<sup>C</sup>)), C n-grams in all} Falls less with length than distinct-n and
     * may exceed 1. Source: Liu et al. (2022).
     *
     * @param texts pooled
     * @param order n
     * @param vocabulary V, for example 50,257 for the tokens of GPT-2; the same for all that are compared
     * @throws IllegalArgumentException if V is not positive
     * @see <a href="https://aclanthology.org/2022.acl-short.86">Rethinking and Refining the Distinct Metric</a>
     */
    public static OptionalDouble expectationAdjustedDistinct(TokenizedTexts texts, int order, long vocabulary) {
        Ngrams ngrams = Ngrams.of(texts, order);
        return ngrams.total() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(expectationAdjusted(different(ngrams.counts()), ngrams.total(), vocabulary));
    }

    static double expectationAdjusted(long different, long total, long vocabulary) {
        if (vocabulary <= 0) {
            throw new IllegalArgumentException("vocabulary must be positive: " + vocabulary);
        }
        double expected = -vocabulary * Math.expm1(total * Math.log1p(-1.0 / vocabulary));
        return different / expected;
    }

    /**
     * {@return distinct-n expected of m n-grams drawn without replacement: the equal-length form of distinct-n} Exact:
     * 1/m sum over different n-grams of 1 − C(N − c, m)/C(N, m), c occurrences of N. For n = 1 and one text this is HD-D.
     *
     * @param texts pooled
     * @param order n
     * @param drawn m, positive; empty where there are not as many
     * @throws IllegalArgumentException if m is not positive
     */
    public static OptionalDouble rarefiedDistinct(TokenizedTexts texts, int order, int drawn) {
        Ngrams ngrams = Ngrams.of(texts, order);
        return Hypergeometric.distinctRatio(ngrams.counts(), ngrams.total(), drawn);
    }

    /**
     * {@return self-repetition: the mean over texts of ln(1 + r), r the number of times that the text's different
     * n-grams occur as such in other texts} 0 where texts share no n-gram; grows with their number and length. Source: as
     * {@code self_repetition_score} of Shaib et al. (2024), here in linear time.
     *
     * @param texts held against each other; empty without one
     * @param order n, usually 4
     * @see <a href="https://arxiv.org/abs/2403.00553">Standardizing the Measurement of Text Diversity</a>
     */
    public static OptionalDouble selfRepetition(TokenizedTexts texts, int order) {
        Ngrams ngrams = Ngrams.of(texts, order);
        int[] textCounts = ngrams.textCounts();
        int[] last = new int[ngrams.different()];
        double sum = 0;
        for (int t = 0; t < ngrams.texts(); t++) {
            long elsewhere = 0;
            for (int id : ngrams.of(t)) {
                if (last[id] != t + 1) {
                    last[id] = t + 1;
                    elsewhere += textCounts[id] - 1;
                }
            }
            sum += Math.log1p((double) elsewhere);
        }
        return texts.size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / texts.size());
    }

    private static long different(int[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
