package dev.slop.metrics.analysis;

import java.util.List;

/**
 * One prompt's analysis with what the findings and the overall numbers need besides.
 *
 * @param analysis of the prompt
 * @param warnings what the grouping could not do as asked
 */
record AnalyzedPrompt(PromptAnalysis analysis, List<String> warnings) {}
