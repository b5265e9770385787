package dev.slop.metrics.vector;

import dev.slop.metrics.diversity.EntropyEstimator;
import dev.slop.metrics.grouping.Grouping;
import java.util.OptionalDouble;

/**
 * Semantic entropy: the entropy of the meanings of answers rather than of their wordings, with each answer in exactly one
 * group of meaning.
 *
 * <p>The discrete form, over shares of groups: H = −Σ p<sub>g</sub> ln p<sub>g</sub>, 0 where all answers mean the same, ln n
 * where no two do. The plug-in estimate is biased low at the 5 to 10 answers that are usual, by about (S − 1)/(2n) nats, so
 * the estimator can be chosen.
 *
 * <p>Source: Kuhn, Gal and Farquhar (ICLR 2023); the discrete form: Farquhar et al., Nature 630 (2024) 625. {@code uqlm}
 * reports {@code 1 − H / ln n} as semantic negentropy.
 */
public final class SemanticEntropy {
    private SemanticEntropy() {}

    /**
     * {@return the entropy in bits; empty where there is no answer}
     *
     * @param meanings answers by group of meaning
     * @param estimator for example {@link EntropyEstimator#plugIn()}, which the papers use, or {@link
     *     EntropyEstimator#chaoShen()}
     */
    public static OptionalDouble bits(Grouping meanings, EntropyEstimator estimator) {
        return meanings.groupOf().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(estimator.bits(counts(meanings)));
    }

    /**
     * {@return semantic negentropy, 1 − H / ln n of the plug-in estimate, in [0, 1]; empty with fewer than two answers} 1 is
     * one meaning, 0 as many as answers.
     *
     * @param meanings answers by group of meaning
     */
    public static OptionalDouble negentropy(Grouping meanings) {
        int n = meanings.groupOf().size();
        return n < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - EntropyEstimator.plugIn().nats(counts(meanings)) / Math.log(n));
    }

    private static long[] counts(Grouping meanings) {
        long[] counts = new long[meanings.labels().size()];
        meanings.groupOf().forEach(group -> counts[group]++);
        return counts;
    }
}
