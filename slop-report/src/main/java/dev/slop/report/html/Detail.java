package dev.slop.report.html;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.PromptAnalysis;

/**
 * How much of a study is spelled out in the page's tables. Small studies in full; large ones with the most frequent
 * groups and the most alike pairs, for 100 prompts of 24 models have 27,600 pairs and nobody reads a page of 20 MB.
 *
 * @param groups shown per prompt
 * @param textLength characters of an example
 * @param pairs shown per prompt
 * @param cardPerModel whether each model has a card of its own, or those with the same answer share one
 * @param cards shown per prompt
 * @param names of those who gave an answer
 * @param phrases over-used ones of a model
 */
record Detail(int groups, int textLength, int pairs, boolean cardPerModel, int cards, int names, int phrases) {
    private static final Detail FULL = new Detail(30, 600, 500, true, 12, 8, 10);
    private static final Detail MANY_MODELS = new Detail(30, 400, 40, false, 12, 8, 5);
    private static final Detail LARGE = new Detail(8, 120, 4, false, 6, 4, 3);
    private static final int CELLS_IN_FULL = 300;
    private static final int MODELS_IN_FULL = 8;

    /** {@return whether every column of a table is shown} */
    boolean full() {
        return !equals(LARGE);
    }

    /** {@return texts on the map of a prompt} */
    int places() {
        return full() ? 400 : 60;
    }

    /** {@return what a study of this size can afford} */
    static Detail of(Analysis analysis) {
        long cells = 0;
        int models = 0;
        for (PromptAnalysis prompt : analysis.prompts()) {
            cells += prompt.models().size();
            models = Math.max(models, prompt.models().size());
        }
        if (cells > CELLS_IN_FULL) {
            return LARGE;
        }
        return models > MODELS_IN_FULL ? MANY_MODELS : FULL;
    }
}
