package dev.slop.report.html;

import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
                byAnswer.computeIfAbsent(favourite(model), key -> new ArrayList<>())
                        .add(model);
            }
        }
        List<List<ModelAnalysis>> camps = byAnswer.values().stream()
                .sorted(Comparator.comparingInt((List<ModelAnalysis> camp) -> -camp.size()))
                .toList();
        List<Card> cards =
                detail.cardPerModel() ? perModel(prompt, camps, names, detail) : perAnswer(camps, names, detail);
        int left = camps.stream().mapToInt(List::size).sum()
                - cards.stream().mapToInt(card -> card.models().size()).sum();
        return new SideBySide(
                ref,
                verdict(camps, names.asked().severalWays() ? "pairs of model and way of asking" : "models"),
                cards,
                silent,
                left);
    }

    /** Cards in the order of the models, the same for every prompt. */
    private static List<Card> perModel(
            PromptAnalysis prompt, List<List<ModelAnalysis>> camps, ModelNames names, Detail detail) {
        Map<Integer, String> marks = new HashMap<>();
        for (List<ModelAnalysis> camp : camps) {
            marks.put(favourite(camp.get(0)), camp.size() > 1 ? mark(marks.size()) : "");
        }
        return prompt.models().stream()
                .filter(model -> !model.groups().isEmpty())
                .limit(detail.cards())
                .map(model -> card(marks.getOrDefault(favourite(model), ""), List.of(model), names, detail))
                .toList();
    }

    /** Cards that several models share, the answer of the most models first. */
    private static List<Card> perAnswer(List<List<ModelAnalysis>> camps, ModelNames names, Detail detail) {
        List<Card> cards = new ArrayList<>();
        for (List<ModelAnalysis> camp : camps.subList(0, Math.min(camps.size(), detail.cards()))) {
            cards.add(card(camp.size() > 1 ? mark(cards.size()) : "", camp, names, detail));
        }
        return cards;
    }

    private static int favourite(ModelAnalysis model) {
        return model.groups().get(0).group();
    }

    private static String mark(int i) {
        return i < LETTERS ? String.valueOf((char) ('A' + i)) : "A" + i;
    }

    private static String verdict(List<List<ModelAnalysis>> camps, String what) {
        int models = camps.stream().mapToInt(List::size).sum();
        if (models < 2) {
            return "";
        }
        int largest = camps.get(0).size();
        if (largest == 1) {
            return "Every model has another favourite.";
        }
        return largest == models
                ? "All " + models + " " + what + " have the same favourite."
                : largest + " of " + models + " " + what + " have the same favourite.";
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
