package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;

/**
 * One prompt's analysis with what the findings and the overall numbers need besides.
 *
 * @param analysis of the prompt
 * @param agreement chance that two fresh answers, of whichever models, are the same
 * @param agreementWithin mean over models of the chance that two fresh answers of one model are the same
 */
record AnalyzedPrompt(PromptAnalysis analysis, Quantity agreement, Quantity agreementWithin) {}
