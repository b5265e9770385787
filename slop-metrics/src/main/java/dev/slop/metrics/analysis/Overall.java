package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.overlap.ModelTree;
import java.util.List;
import java.util.Optional;

/**
 * All prompts together: means over prompts, with intervals over prompts.
 *
 * @param models per model, by name
 * @param pairs per pair of models
 * @param agreement chances that two fresh answers to the same prompt are the same, means over prompts
 * @param tree which models answer alike, by average linkage of the mean distances over prompts; absent with fewer than two
 *     models, or where two never answered the same prompt
 * @param findings what was found, in plain words, the most telling first
 */
public record Overall(
        List<ModelMeans> models,
        List<PairMeans> pairs,
        PromptDetail.Agreement agreement,
        Optional<ModelTree> tree,
        List<Finding> findings) {
    public Overall {
        models = List.copyOf(models);
        pairs = List.copyOf(pairs);
        findings = List.copyOf(findings);
    }

    /**
     * One model over all prompts.
     *
     * @param model its name
     * @param prompts prompts with at least one answer
     * @param n answers measured
     * @param topShare mean share of the most frequent answer
     * @param entropyBits mean Miller–Madow entropy
     * @param distinctRatio mean number of different answers over number of answers
     */
    public record ModelMeans(
            String model, int prompts, long n, Quantity topShare, Quantity entropyBits, Quantity distinctRatio) {}

    /**
     * One pair over all prompts.
     *
     * @param a first model
     * @param b second model
     * @param prompts prompts where both answered
     * @param jaccard mean Jaccard index
     * @param collisionProbability mean chance of the same answer
     * @param jensenShannonBits mean divergence
     */
    public record PairMeans(
            String a,
            String b,
            int prompts,
            Quantity jaccard,
            Quantity collisionProbability,
            Quantity jensenShannonBits) {}
}
