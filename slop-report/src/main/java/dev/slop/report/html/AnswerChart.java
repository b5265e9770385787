package dev.slop.report.html;

import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.util.List;

/**
 * The answers to one prompt: a panel a model, all on the same axes. Answers have the same row in every panel; the most
 * frequent over all models are shown, numbers in their order.
 */
final class AnswerChart {
    private static final int MOST = 20;
    private static final int LABEL = 30;
    private static final double LABEL_WIDTH = 200;
    private static final double PANEL = 220;
    private static final double BAR = 150;
    private static final double ROW = 18;
    private static final double TOP = 66;

    private final PromptAnalysis prompt;
    private final ModelNames names;
    private final List<AnswerGroup> groups;
    private final AnswerKind kind;
    private final Svg svg;

    private AnswerChart(PromptAnalysis prompt, ModelNames names) {
        this.prompt = prompt;
        this.names = names;
        this.kind = AnswerKind.of(prompt);
        this.groups = rows(prompt, kind);
        this.svg = new Svg(VisibleText.line(prompt.id() + ": " + prompt.text(), 100));
    }

    static Svg of(PromptAnalysis prompt, ModelNames names) {
        AnswerChart chart = new AnswerChart(prompt, names);
        chart.draw();
        return chart.svg;
    }

    private static List<AnswerGroup> rows(PromptAnalysis prompt, AnswerKind kind) {
        List<AnswerGroup> most = prompt.pooled().groups().stream().limit(MOST).toList();
        if (kind != AnswerKind.NUMBER || !most.stream().allMatch(group -> AnswerKind.isNumber(group.label()))) {
            return most;
        }
        return most.stream()
                .sorted((a, b) -> Long.compare(Long.parseLong(a.label()), Long.parseLong(b.label())))
                .toList();
    }

    private void draw() {
        for (int row = 0; row < groups.size(); row++) {
            svg.text(
                    12 + LABEL_WIDTH - 8,
                    TOP + row * ROW + 13,
                    VisibleText.line(groups.get(row).label(), LABEL),
                    "end");
        }
        for (int i = 0; i < prompt.models().size(); i++) {
            panel(prompt.models().get(i), 12 + LABEL_WIDTH + i * PANEL);
        }
        int hidden = prompt.pooled().groups().size() - groups.size();
        if (hidden > 0) {
            svg.text(12, TOP + groups.size() * ROW + 22, hidden + " less frequent answers are not shown", "start");
        }
    }

    private void panel(ModelAnalysis model, double x) {
        String name = names.shortName(model.model());
        svg.text(x, TOP - 12, VisibleText.line(name, LABEL) + " (n = " + Figure.count(model.n()) + ")", "start");
        svg.line(x, TOP - 4, x, TOP + groups.size() * ROW);
        for (int row = 0; row < groups.size(); row++) {
            bar(groups.get(row), model, x, TOP + row * ROW);
        }
    }

    private void bar(AnswerGroup group, ModelAnalysis model, double x, double y) {
        long count = group.models().getOrDefault(model.model(), 0L);
        if (count > 0) {
            double share = (double) count / model.n();
            String tip = names.shortName(model.model()) + ": " + VisibleText.line(group.label(), LABEL) + ", "
                    + Figure.count(count) + " of " + Figure.count(model.n());
            svg.rectangle(x, y, BAR * share, ROW - 4, fill(group), tip);
            svg.text(x + BAR * share + 4, y + 12, Figure.percent(share) + Figure.PERCENT, "start");
        }
    }

    /** Shared answers stand out by lightness, which is seen without colour too. */
    private String fill(AnswerGroup group) {
        if (kind == AnswerKind.COLOUR) {
            return CssColours.named(group.label()).orElse("#d9d9d9");
        }
        return names.asked().modelsAmong(group.models().keySet()) > 1 ? "#0072b2" : "#b8d4e6";
    }
}
