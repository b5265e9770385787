package dev.slop.report.terminal;

import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PairAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** One prompt: its models, all of them together, and the table of pairs. */
final class PromptView {
    private static final int LINES_OF_PROMPT = 3;
    private static final int POOLED_GROUPS = 6;
    private static final int POOLED_LABEL = 30;
    private static final int MOST_PAIRS = 15;

    private final Page page;
    private final double level;

    PromptView(Page page, double level) {
        this.page = page;
        this.level = level;
    }

    void print(PromptAnalysis prompt) {
        page.rule(prompt.id());
        boolean alreadyShown =
                prompt.text().equals(prompt.id()) && prompt.text().length() < page.width() / 2;
        if (!alreadyShown) {
            page.paragraph("", page.ink().faint(page.safe(prompt.text(), LINES_OF_PROMPT * page.width())));
        }
        page.blank();
        ModelView view = new ModelView(page, level, prompt);
        prompt.models().forEach(view::print);
        if (prompt.models().size() > 1 && prompt.pooled().n() > 0) {
            together(prompt);
            pairs(prompt);
        }
    }

    private void together(PromptAnalysis prompt) {
        ModelAnalysis pooled = prompt.pooled();
        page.title("All models together", Words.answers(pooled));
        String shown =
                pooled.groups().stream().limit(POOLED_GROUPS).map(this::counted).collect(Collectors.joining(", "));
        int more = pooled.groups().size() - POOLED_GROUPS;
        if (more > 0) {
            shown += ", " + page.symbols().ellipsis() + Paragraph.HOLD + Words.number(more) + " more";
        }
        page.paragraph(Page.INDENT + Page.INDENT, shown);
        page.blank();
    }

    private String counted(AnswerGroup group) {
        String label = page.safe(group.label(), POOLED_LABEL).replace(' ', Paragraph.HOLD);
        return Words.number(group.count()) + page.symbols().times().strip() + Paragraph.HOLD + label;
    }

    private void pairs(PromptAnalysis prompt) {
        Table table = new Table(page, "Overlap", "Jaccard", "same answer", "p");
        ModelNames shortNames = new ModelNames(
                page, prompt.models().stream().map(ModelAnalysis::model).toList());
        prompt.pairs().stream()
                .limit(MOST_PAIRS)
                .forEach(pair -> table.row(
                        columns -> shortNames.pair(pair.a(), pair.b(), columns),
                        page.numbers().decimal(pair.jaccard()),
                        page.numbers().share(pair.collisionProbability()),
                        pValue(pair.pValue())));
        table.print();
        int more = prompt.pairs().size() - MOST_PAIRS;
        if (more > 0) {
            page.line(Page.INDENT + page.symbols().ellipsis() + " " + Words.count(more, "more pair"));
        }
        page.blank();
    }

    private String pValue(PairAnalysis.PairTest test) {
        OptionalDouble shown = test.adjusted().isPresent() ? test.adjusted() : test.value();
        return shown.isPresent()
                ? Numbers.plainP(shown.getAsDouble())
                : page.symbols().range();
    }
}
