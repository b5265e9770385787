package dev.slop.metrics.analysis;

import java.util.List;

/**
 * Everything that was computed from a table of answers.
 *
 * @param options how it was computed
 * @param prompts per prompt, in the table's order
 * @param overall over all prompts
 * @param lexical how the answers are worded
 */
public record Analysis(
        AnalysisOptions options, List<PromptAnalysis> prompts, Overall overall, LexicalAnalysis lexical) {
    public Analysis {
        prompts = List.copyOf(prompts);
    }

    /**
     * An analysis that leaves out how answers are worded.
     *
     * @param options how it was computed
     * @param prompts per prompt, in the table's order
     * @param overall over all prompts
     */
    public Analysis(AnalysisOptions options, List<PromptAnalysis> prompts, Overall overall) {
        this(options, prompts, overall, LexicalAnalysis.none());
    }
}
