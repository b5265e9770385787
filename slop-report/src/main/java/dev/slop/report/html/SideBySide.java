package dev.slop.report.html;

import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The most common answer of every model to a prompt, the same answers marked as the same.
 *
 * @param prompt which
 * @param verdict how many models agree, in words
 * @param cards the answers
 * @param silent models without an answer
 * @param left models whose cards are left out
 */
record SideBySide(PromptRef prompt, String verdict, List<Card> cards, List<String> silent, int left) {
    private static final int LETTERS = 26;

    /**
     * One answer.
     *
     * @param mark letter of an answer that several models share; empty if one model alone gives it
     * @param models who give it most often
     * @param text the answer
     * @param swatch name of the colour it names, by the allow-list; or empty
     * @param share how often, in words
     */
    record Card(String mark, List<String> models, String text, String swatch, String share) {}

    static SideBySide of(PromptRef ref, PromptAnalysis prompt, ModelNames names, Detail detail) {
        Map<Integer, List<ModelAnalysis>> byAnswer = new LinkedHashMap<>();
        List<String> silent = new ArrayList<>();
        for (ModelAnalysis model : prompt.models()) {
            if (model.groups().isEmpty()) {
                silent.add(names.shortName(model.model()));
            } else {
                byAnswer.computeIfAbsent(model.groups().get(0).group(), key -> new ArrayList<>())
                        .add(model);
            }
        }
        List<List<ModelAnalysis>> camps = byAnswer.values().stream()
                .sorted(Comparator.comparingInt((List<ModelAnalysis> camp) -> -camp.size()))
                .toList();
        List<Card> cards = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < camps.size(); i++) {
            List<ModelAnalysis> camp = camps.get(i);
            String mark = camp.size() > 1 ? mark(i) : "";
            if (cards.size() >= detail.cards()) {
                left += camp.size();
            } else if (detail.cardPerModel()) {
                camp.forEach(model -> cards.add(card(mark, List.of(model), names, detail)));
            } else {
                cards.add(card(mark, camp, names, detail));
            }
        }
        return new SideBySide(ref, verdict(camps), cards, silent, left);
    }

    private static String mark(int i) {
        return i < LETTERS ? String.valueOf((char) ('A' + i)) : "A" + i;
    }

    private static String verdict(List<List<ModelAnalysis>> camps) {
        int models = camps.stream().mapToInt(List::size).sum();
        if (models < 2) {
            return "";
        }
        int largest = camps.get(0).size();
        if (largest == 1) {
            return "Every model has another favourite.";
        }
        return largest == models
                ? "All " + models + " models have the same favourite."
                : largest + " of " + models + " models have the same favourite.";
    }

    private static Card card(String mark, List<ModelAnalysis> camp, ModelNames names, Detail detail) {
        AnswerGroup top = camp.get(0).groups().get(0);
        return new Card(
                mark,
                camp.stream().map(model -> names.shortName(model.model())).toList(),
                VisibleText.shortened(top.example(), Math.min(400, detail.textLength())),
                CssColours.named(top.label()).orElse(""),
                share(camp));
    }

    private static String share(List<ModelAnalysis> camp) {
        long said = 0;
        long all = 0;
        for (ModelAnalysis model : camp) {
            said += model.groups().get(0).count();
            all += model.n();
        }
        String times = Figure.count(said) + " of " + Figure.count(all) + " answers";
        return camp.size() == 1 && tied(camp.get(0)) ? times + ", tied with others" : times;
    }

    private static boolean tied(ModelAnalysis model) {
        List<AnswerGroup> groups = model.groups();
        return groups.size() > 1 && groups.get(0).count() == groups.get(1).count();
    }
}
