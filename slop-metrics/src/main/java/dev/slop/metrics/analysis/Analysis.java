package dev.slop.metrics.analysis;

import java.util.List;

/**
 * Everything that was computed from a table of answers.
 *
 * @param options how it was computed
 * @param prompts per prompt, in the table's order
 * @param overall over all prompts
 * @param variants the ways of asking side by side, over all models and then model by model; none where there is but one
 * @param stopped the samples that a rule ended
 * @param lexical how the answers are worded
 * @param semantic what the answers mean
 */
public record Analysis(
        AnalysisOptions options,
        List<PromptAnalysis> prompts,
        Overall overall,
        List<VariantAnalysis> variants,
        List<StoppedSample> stopped,
        LexicalAnalysis lexical,
        SemanticAnalysis semantic) {
    public Analysis {
        prompts = List.copyOf(prompts);
        variants = List.copyOf(variants);
        stopped = List.copyOf(stopped);
    }

    /**
     * An analysis of one way of asking and of samples of fixed size, without how the answers are worded and
     * what they mean.
     *
     * @param options how it was computed
     * @param prompts per prompt, in the table's order
     * @param overall over all prompts
     */
    public Analysis(AnalysisOptions options, List<PromptAnalysis> prompts, Overall overall) {
        this(options, prompts, overall, List.of(), List.of(), LexicalAnalysis.none(), SemanticAnalysis.none());
    }
}
