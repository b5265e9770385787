package dev.slop.report.html;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.LexicalAnalysis.ModelWording;
import dev.slop.metrics.analysis.LexicalAnalysis.PromptWording;
import dev.slop.metrics.lexical.OverusedPhrase;
import dev.slop.metrics.lexical.SharedPhrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How answers are worded, of the prompts that are answered by text.
 *
 * @param overused phrases that one model says more often than the others, model by model
 * @param shared phrases that several models wrote verbatim, those of most models first
 */
record WordingView(List<Overused> overused, List<Shared> shared) {
    private static final int PHRASE = 120;
    private static final int MOST_SHARED = 30;

    /**
     * A phrase that one model over-uses.
     *
     * @param model short name
     * @param first whether it is the model's first
     * @param phrase its words
     * @param texts "3 of 20", answers of this model that have it
     * @param others answers of the others that have it
     * @param odds logarithm of the odds ratio
     * @param z of the odds
     * @param p adjusted
     */
    record Overused(
            String model, boolean first, String phrase, String texts, String others, Figure odds, String z, String p) {}

    /**
     * A phrase that several models wrote.
     *
     * @param phrase its words
     * @param prompt id of the prompt they answered
     * @param texts answers that have it
     * @param sharing how many models wrote it
     * @param models their short names
     */
    record Shared(String phrase, String prompt, int texts, int sharing, String models) {}

    static WordingView of(Analysis analysis, ModelNames names, Detail detail) {
        List<Overused> overused = new ArrayList<>();
        for (ModelWording model : analysis.lexical().models()) {
            int texts = model.texts();
            model.overused().stream().limit(detail.phrases()).forEach(phrase -> {
                boolean first = overused.isEmpty()
                        || !overused.get(overused.size() - 1).model().equals(names.shortName(model.model()));
                overused.add(overused(names.shortName(model.model()), first, texts, phrase));
            });
        }
        List<Shared> shared = new ArrayList<>();
        for (PromptWording prompt : analysis.lexical().prompts()) {
            prompt.shared().forEach(phrase -> shared.add(shared(prompt.prompt(), phrase, names, detail)));
        }
        shared.sort(Comparator.comparingInt(Shared::sharing)
                .thenComparingInt(Shared::texts)
                .reversed());
        return new WordingView(overused, shared.stream().limit(MOST_SHARED).toList());
    }

    /** {@return whether there is nothing to show} */
    boolean isEmpty() {
        return overused.isEmpty() && shared.isEmpty();
    }

    private static Overused overused(String model, boolean first, int texts, OverusedPhrase phrase) {
        return new Overused(
                model,
                first,
                VisibleText.line(phrase.phrase(), PHRASE),
                Figure.count(phrase.texts()) + " of " + Figure.count(texts),
                Figure.count(phrase.otherTexts()),
                Figure.number(phrase.logOdds().ratio()),
                Figure.decimal(phrase.logOdds().z()),
                PValue.of(phrase.adjustedPValue(), Math.log10(phrase.adjustedPValue())));
    }

    private static Shared shared(String prompt, SharedPhrase phrase, ModelNames names, Detail detail) {
        int more = phrase.models().size() - detail.names();
        String list = phrase.models().stream()
                .limit(detail.names())
                .map(names::shortName)
                .collect(Collectors.joining(", "));
        return new Shared(
                VisibleText.line(phrase.phrase(), PHRASE),
                VisibleText.line(prompt, 80),
                phrase.texts(),
                phrase.models().size(),
                more > 0 ? list + " and " + more + " more" : list);
    }
}
