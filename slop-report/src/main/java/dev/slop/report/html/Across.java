package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.Overall.ModelMeans;
import dev.slop.metrics.analysis.Partition;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * All prompts together.
 *
 * @param models the most diverse first
 * @param prompts in the study's order
 */
record Across(List<ModelRow> models, List<PromptRow> prompts) {
    private static final Quantity ONE_MODEL = Quantity.unavailable("fewer than two models");

    /**
     * One model over all prompts.
     *
     * @param name short name
     * @param prompts with an answer
     * @param n answers
     * @param entropy mean, in bits
     * @param top mean share of the most frequent answer
     * @param distinct mean number of different answers over answers
     */
    record ModelRow(String name, int prompts, String n, Figure entropy, Figure top, Figure distinct) {}

    /**
     * One prompt over all models.
     *
     * @param prompt which
     * @param n answers
     * @param distinct different ones
     * @param top share of the most frequent
     * @param alpha within a model
     * @param beta between models
     * @param gamma over all
     * @param turnover from 0, the same, to 1, nothing shared
     */
    record PromptRow(
            PromptRef prompt,
            String n,
            int distinct,
            Figure top,
            Figure alpha,
            Figure beta,
            Figure gamma,
            Figure turnover) {}

    static Across of(Analysis analysis, ModelNames names) {
        List<PromptRow> prompts = new ArrayList<>();
        for (PromptAnalysis prompt : analysis.prompts()) {
            prompts.add(row(PromptRef.of(prompts.size(), prompt), prompt));
        }
        return new Across(
                byEntropy(analysis).stream().map(means -> row(means, names)).toList(), prompts);
    }

    /** {@return the models, the most diverse first; those without a number last} */
    static List<ModelMeans> byEntropy(Analysis analysis) {
        return analysis.overall().models().stream()
                .sorted(Comparator.comparingDouble(
                        means -> means.entropyBits() instanceof Estimate estimate ? -estimate.value() : 1))
                .toList();
    }

    private static ModelRow row(ModelMeans means, ModelNames names) {
        return new ModelRow(
                names.shortName(means.model()),
                means.prompts(),
                Figure.count(means.n()),
                Figure.number(means.entropyBits()),
                Figure.share(means.topShare()),
                Figure.share(means.distinctRatio()));
    }

    private static PromptRow row(PromptRef ref, PromptAnalysis prompt) {
        Function<Function<Partition, Quantity>, Quantity> part =
                get -> prompt.partition().map(get).orElse(ONE_MODEL);
        return new PromptRow(
                ref,
                Figure.count(prompt.pooled().n()),
                prompt.pooled().distinct(),
                Figure.share(prompt.pooled().topShare()),
                Figure.number(part.apply(Partition::alpha)),
                Figure.number(part.apply(Partition::beta)),
                Figure.number(part.apply(Partition::gamma)),
                Figure.share(part.apply(Partition::turnover)));
    }
}
