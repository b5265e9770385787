package dev.slop.report.html;

import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Answers that count as the same.
 *
 * @param group its number
 * @param text an example, or the number or colour itself
 * @param swatch name of the colour, by the allow-list; or empty
 * @param count answers
 * @param percent share of all answers, in percent
 * @param models who gave it, how often
 * @param sharing whether all, several or only one model gave it, in words; empty if there is but one
 */
record GroupLine(int group, String text, String swatch, long count, String percent, String models, String sharing) {
    static List<GroupLine> of(PromptAnalysis prompt, AnswerKind kind, ModelNames names, Detail detail) {
        long all = Math.max(1, prompt.pooled().n());
        long answering = answering(prompt, names);
        return prompt.pooled().groups().stream()
                .limit(detail.groups())
                .map(group -> new GroupLine(
                        group.group(),
                        VisibleText.shortened(
                                kind == AnswerKind.TEXT ? group.example() : group.label(), detail.textLength()),
                        kind == AnswerKind.COLOUR
                                ? CssColours.named(group.label()).orElse("")
                                : "",
                        group.count(),
                        Figure.percent((double) group.count() / all),
                        models(group, names, detail.names()),
                        sharing(names.asked().modelsAmong(group.models().keySet()), answering)))
                .toList();
    }

    /** {@return how many models have an answer to share} */
    static long answering(PromptAnalysis prompt, ModelNames names) {
        return names.asked()
                .modelsAmong(prompt.models().stream()
                        .filter(model -> model.n() > 0)
                        .map(ModelAnalysis::model)
                        .toList());
    }

    private static String sharing(long models, long answering) {
        if (answering < 2) {
            return "";
        }
        return models == answering ? "all models" : models == 1 ? "only" : "shared by " + models;
    }

    private static String models(AnswerGroup group, ModelNames names, int named) {
        String list = group.models().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(named)
                .map(entry -> names.shortName(entry.getKey()) + "\u00A0×\u00A0" + entry.getValue())
                .collect(Collectors.joining(", "));
        int more = group.models().size() - named;
        return more > 0 ? list + " and " + more + " more" : list;
    }
}
