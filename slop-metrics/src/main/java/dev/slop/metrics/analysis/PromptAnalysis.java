package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * One prompt.
 *
 * @param id of the prompt
 * @param text of the prompt
 * @param grouping name of the rule by which answers were the same, for example {@code near-duplicate}
 * @param answers every answer with what cleaning and grouping made of it, by model and index
 * @param models per model, by name
 * @param pooled all models together
 * @param pairs every pair of models, in the order of {@code models}
 * @param partition how diversity divides into within and between models; absent with fewer than two models
 * @param cramersV association between model and answer, bias-corrected
 * @param krippendorffAlpha agreement with models as raters, nominal
 * @param detail further numbers
 */
public record PromptAnalysis(
        String id,
        String text,
        String grouping,
        List<MeasuredAnswer> answers,
        List<ModelAnalysis> models,
        ModelAnalysis pooled,
        List<PairAnalysis> pairs,
        Optional<Partition> partition,
        Quantity cramersV,
        Quantity krippendorffAlpha,
        PromptDetail detail) {
    public PromptAnalysis {
        answers = List.copyOf(answers);
        models = List.copyOf(models);
        pairs = List.copyOf(pairs);
    }

    PromptAnalysis with(List<PairAnalysis> otherPairs, PromptDetail otherDetail) {
        return new PromptAnalysis(
                id,
                text,
                grouping,
                answers,
                models,
                pooled,
                otherPairs,
                partition,
                cramersV,
                krippendorffAlpha,
                otherDetail);
    }
}
