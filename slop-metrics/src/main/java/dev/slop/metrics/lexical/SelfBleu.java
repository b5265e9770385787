package dev.slop.metrics.lexical;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Self-BLEU: the mean over texts of the BLEU of one text against all others as references; 1 where every text is a copy
 * of another, near 0 where texts share no wording.
 *
 * <p>BLEU-N = BP · exp(1/N sum<sub>n≤N</sub> ln p<sub>n</sub>), p<sub>n</sub> the share of the text's n-grams that are in
 * the references, each counted as often as in the reference that has it most. A p<sub>n</sub> of 0/m becomes 0.1/m, or
 * 0.1 where the text has no n-gram, as in nltk's {@code SmoothingFunction().method1}; without any word in common the
 * BLEU is 0. BP = exp(1 − r/c) where the text, of c words, is shorter than the reference of nearest length r, of two the
 * shorter; otherwise 1. Equal to nltk's {@code sentence_bleu} to 1e-12.
 *
 * <p>Time and memory are linear in the words: of each n-gram the two largest counts over texts and the owner of the
 * first are all that "most often in another text" needs.
 *
 * <p>It grows with the number of texts, as each finds more references: compare models on equally many
 * ({@link TokenizedTexts#sample}).
 *
 * @see <a href="https://arxiv.org/abs/1802.01886">Zhu et al. (2018), Texygen</a>; BLEU: Papineni et al. (2002)
 */
public final class SelfBleu {
    private static final double SMOOTHING = 0.1;

    private SelfBleu() {}

    /**
     * {@return the mean BLEU of each text against all others; empty for fewer than two texts}
     *
     * @param texts of which each is held against all others
     * @param order N, the longest n-gram, usually 4
     * @throws IllegalArgumentException if the order is not positive
     */
    public static OptionalDouble of(TokenizedTexts texts, int order) {
        return Arrays.stream(scores(texts, order)).average();
    }

    /**
     * {@return the BLEU of each text against all others; empty for fewer than two texts}
     *
     * @param texts of which each is held against all others
     * @param order N, the longest n-gram, usually 4
     * @throws IllegalArgumentException if the order is not positive
     */
    public static double[] scores(TokenizedTexts texts, int order) {
        if (order < 1) {
            throw new IllegalArgumentException("order must be positive: " + order);
        }
        if (texts.size() < 2) {
            return new double[0];
        }
        double[] logSums = new double[texts.size()];
        Ngrams ngrams = Ngrams.unigrams(texts);
        for (int n = 1; n <= order; n++) {
            addLogPrecisions(ngrams, logSums);
            if (n < order) {
                ngrams = ngrams.longer(texts);
            }
        }
        double[] penalties = brevityPenalties(texts.lengths());
        double[] scores = new double[logSums.length];
        for (int t = 0; t < scores.length; t++) {
            scores[t] = penalties[t] * Math.exp(logSums[t] / order);
        }
        return scores;
    }

    private static void addLogPrecisions(Ngrams ngrams, double[] logSums) {
        LargestCounts largest = LargestCounts.of(ngrams);
        int[] seen = new int[ngrams.different()];
        for (int t = 0; t < logSums.length; t++) {
            int[] ids = ngrams.of(t);
            int matched = 0;
            for (int id : ids) {
                matched += ++seen[id] <= largest.inAnotherThan(t, id) ? 1 : 0;
            }
            for (int id : ids) {
                seen[id] = 0;
            }
            logSums[t] += logPrecision(matched, ids.length, ngrams.order());
        }
    }

    private static double logPrecision(int matched, int total, int order) {
        if (matched == 0 && order == 1) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log((matched == 0 ? SMOOTHING : matched) / Math.max(1, total));
    }

    private static double[] brevityPenalties(int[] lengths) {
        int[] sorted = lengths.clone();
        Arrays.sort(sorted);
        double[] penalties = new double[lengths.length];
        for (int t = 0; t < lengths.length; t++) {
            int reference = nearestOther(sorted, lengths[t]);
            penalties[t] =
                    lengths[t] > reference ? 1 : lengths[t] == 0 ? 0 : Math.exp(1 - (double) reference / lengths[t]);
        }
        return penalties;
    }

    /** The nearest length of another text, of two the shorter. */
    private static int nearestOther(int[] sorted, int length) {
        int at = Arrays.binarySearch(sorted, length);
        int below = at > 0 ? sorted[at - 1] : Integer.MIN_VALUE;
        int above = at + 1 < sorted.length ? sorted[at + 1] : Integer.MAX_VALUE;
        return (long) length - below <= (long) above - length ? below : above;
    }
}
