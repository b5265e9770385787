package dev.slop.report.terminal;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.Unavailable;
import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.GoodnessOfFit;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.analysis.Respondents;
import dev.slop.metrics.answer.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One model under one prompt: a bar for each of its most frequent answers, and what they amount to. */
final class ModelView {
    private static final int MOST_GROUPS = 8;
    private static final int WIDEST_BAR = 50;
    private static final int NARROWEST_LABEL = 6;
    private static final String FACTS = "    ";

    private final Page page;
    private final double level;
    private final Set<Integer> shared;
    private final int labelColumns;
    private final int countColumns;

    ModelView(Page page, double level, PromptAnalysis prompt) {
        this.page = page;
        this.level = level;
        Respondents asked = Respondents.of(List.of(prompt));
        this.shared = prompt.pooled().groups().stream()
                .filter(g -> asked.modelsAmong(g.models().keySet()) > 1)
                .map(AnswerGroup::group)
                .collect(Collectors.toSet());
        List<AnswerGroup> groups =
                prompt.models().stream().flatMap(m -> shown(m).stream()).toList();
        int widest = page.width() / 2;
        this.labelColumns = groups.stream()
                .mapToInt(g -> DisplayWidth.of(page.safe(g.label(), widest)))
                .reduce(NARROWEST_LABEL, Math::max);
        this.countColumns =
                groups.stream().mapToInt(g -> Words.number(g.count()).length()).reduce(1, Math::max);
    }

    /** One more is shown where else it alone would be left out. */
    private static List<AnswerGroup> shown(ModelAnalysis model) {
        int size = model.groups().size();
        return model.groups().subList(0, size <= MOST_GROUPS + 1 ? size : MOST_GROUPS);
    }

    void print(ModelAnalysis model) {
        page.title(model.model(), Words.answers(model));
        shown(model).forEach(group -> bar(model, group));
        more(model);
        if (model.n() > 0) {
            page.paragraph(FACTS, facts(model));
        }
        model.goodness().ifPresent(fit -> verdict(model, fit));
        others(model);
        page.blank();
    }

    private void bar(ModelAnalysis model, AnswerGroup group) {
        boolean isShared = shared.contains(group.group());
        double share = (double) group.count() / model.n();
        String start = Page.INDENT + (isShared ? page.symbols().bullet() : " ") + " ";
        String label = DisplayWidth.padRight(page.safe(group.label(), labelColumns), labelColumns);
        String count = DisplayWidth.padLeft(Words.number(group.count()), countColumns);
        String percent = DisplayWidth.padLeft(Numbers.percent(share), 4);
        String left = start + label + "  " + count + "  " + percent + "  ";
        int columns = Math.min(WIDEST_BAR, page.width() - DisplayWidth.of(left));
        String bar = page.symbols().bar(share, columns);
        String paintedBar = isShared ? page.ink().group(group.group(), bar) : bar;
        String paintedStart = isShared ? page.ink().group(group.group(), start) : start;
        page.line(paintedStart + label + "  " + count + "  " + percent + "  " + paintedBar);
    }

    private void more(ModelAnalysis model) {
        List<AnswerGroup> hidden =
                model.groups().subList(shown(model).size(), model.groups().size());
        if (!hidden.isEmpty()) {
            long answers = hidden.stream().mapToLong(AnswerGroup::count).sum();
            page.line(page.ink()
                    .faint(FACTS + page.symbols().ellipsis() + " " + Words.number(hidden.size())
                            + " more different answers, given " + times(answers) + " in all"));
        }
    }

    private static String times(long count) {
        return count == 1 ? "once" : Words.number(count) + " times";
    }

    private String facts(ModelAnalysis model) {
        if (model.n() == 1) {
            return "a single answer says nothing about how different the answers are";
        }
        String top = "top answer " + page.numbers().share(model.topShare());
        if (model.distinct() == 1) {
            double bound = 1 - Math.pow(1 - level, 1.0 / model.n());
            return top + page.symbols().separator() + "always the same, another may have up to "
                    + Numbers.percent(bound);
        }
        Quantity entropy = model.entropyBits().chaoJost();
        String bits = entropy instanceof Unavailable gone
                ? "entropy not available (" + page.safe(gone.reason(), 40) + ")"
                : "entropy " + page.numbers().decimal(entropy, " bit");
        return top + page.symbols().separator() + bits;
    }

    private void verdict(ModelAnalysis model, GoodnessOfFit fit) {
        boolean rejected = fit.chiSquare().rejects(1 - level);
        String answer = rejected ? page.ink().bad("no") : page.ink().good("not ruled out");
        String degrees = fit.chiSquare().degreesOfFreedom().isPresent()
                ? " (df " + Numbers.statistic(fit.chiSquare().degreesOfFreedom().getAsDouble()) + ")"
                : "";
        page.paragraph(
                FACTS,
                page.safe(fit.target(), 40) + "? " + answer + ": "
                        + page.symbols().chiSquare() + " = "
                        + Numbers.statistic(fit.chiSquare().statistic()) + degrees + ", p "
                        + Numbers.pValue(
                                fit.chiSquare().pValue(), fit.chiSquare().log10PValue())
                        + ", " + Words.count(model.distinct(), "different answer") + " where "
                        + Words.number(Math.round(fit.expectedDistinct())) + " are expected");
    }

    private void others(ModelAnalysis model) {
        String counts = model.outcomes().entrySet().stream()
                .filter(e -> e.getKey() != Outcome.ANSWERED && e.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(e -> Words.number(e.getValue()) + " " + Words.outcome(e.getKey()))
                .collect(Collectors.joining(", "));
        if (!counts.isEmpty()) {
            page.line(FACTS + page.ink().warning("not measured: " + counts));
        }
    }
}
