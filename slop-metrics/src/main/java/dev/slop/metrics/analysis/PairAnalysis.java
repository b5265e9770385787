package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import java.util.OptionalDouble;

/**
 * How alike the answers of two models to one prompt are. All but the last two are measured on the samples and estimate
 * the mean over samples of these sizes: two samples of one model differ too, the more the fewer answers there are.
 *
 * @param a first model
 * @param b second model
 * @param jaccard share of the different answers of either that both gave
 * @param weightedJaccard sum of smaller shares over sum of larger shares
 * @param morisitaHorn similarity, in [0, 1]
 * @param jensenShannonBits divergence, in [0, 1] bit
 * @param hellinger distance, in [0, 1]
 * @param totalVariation distance, in [0, 1]
 * @param collisionProbability chance that one fresh answer of each is the same
 * @param detail further numbers
 * @param pValue of the label-permutation test that both answer alike; adjusted p-values stand in {@link Overall}
 */
public record PairAnalysis(
        String a,
        String b,
        Quantity jaccard,
        Quantity weightedJaccard,
        Quantity morisitaHorn,
        Quantity jensenShannonBits,
        Quantity hellinger,
        Quantity totalVariation,
        Quantity collisionProbability,
        PairDetail detail,
        PairTest pValue) {
    /**
     * The test of a pair.
     *
     * @param value p-value; NaN is never stored, see {@code reason}
     * @param adjusted p-value adjusted for all pairs of all prompts (Holm)
     * @param benjaminiHochberg p-value adjusted for all pairs of all prompts (Benjamini and Hochberg): the share of false
     *     among all rejections, instead of the chance of any
     * @param method how it was made, or why it could not be
     */
    public record PairTest(
            OptionalDouble value, OptionalDouble adjusted, OptionalDouble benjaminiHochberg, String method) {
        static PairTest of(double value, String method) {
            return new PairTest(OptionalDouble.of(value), OptionalDouble.empty(), OptionalDouble.empty(), method);
        }

        static PairTest unavailable(String reason) {
            return new PairTest(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), reason);
        }

        PairTest adjusted(double holm, double byBenjaminiHochberg) {
            return new PairTest(value, OptionalDouble.of(holm), OptionalDouble.of(byBenjaminiHochberg), method);
        }
    }

    PairAnalysis adjusted(double holm, double byBenjaminiHochberg) {
        return new PairAnalysis(
                a,
                b,
                jaccard,
                weightedJaccard,
                morisitaHorn,
                jensenShannonBits,
                hellinger,
                totalVariation,
                collisionProbability,
                detail,
                pValue.adjusted(holm, byBenjaminiHochberg));
    }
}
