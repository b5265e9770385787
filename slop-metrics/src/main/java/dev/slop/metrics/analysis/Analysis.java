package dev.slop.metrics.analysis;

import java.util.List;

/**
 * Everything that was computed from a table of answers.
 *
 * @param options how it was computed
 * @param prompts per prompt, in the table's order
 * @param overall over all prompts
 */
public record Analysis(AnalysisOptions options, List<PromptAnalysis> prompts, Overall overall) {
    public Analysis {
        prompts = List.copyOf(prompts);
    }
}
