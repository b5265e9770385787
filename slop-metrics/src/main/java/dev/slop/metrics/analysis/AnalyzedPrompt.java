package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import java.util.List;

/**
 * One prompt's analysis with what the findings and the overall numbers need besides.
 *
 * @param analysis of the prompt
 * @param agreement chance that two fresh answers, of whichever models, are the same
 * @param agreementWithin mean over models of the chance that two fresh answers of one model are the same
 * @param warnings what the grouping could not do as asked
 */
record AnalyzedPrompt(PromptAnalysis analysis, Quantity agreement, Quantity agreementWithin, List<String> warnings) {}
