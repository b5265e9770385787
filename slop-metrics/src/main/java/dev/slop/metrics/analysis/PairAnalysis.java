package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;

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
        PairTest pValue) {
    /**
     * The test of a pair.
     *
     * @param value p-value; NaN is never stored, see {@code reason}
     * @param adjusted p-value adjusted for all pairs of all prompts (Holm)
     * @param method how it was made, or why it could not be
     */
    public record PairTest(java.util.OptionalDouble value, java.util.OptionalDouble adjusted, String method) {}
}
