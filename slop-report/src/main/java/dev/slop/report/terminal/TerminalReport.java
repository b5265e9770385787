package dev.slop.report.terminal;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.Finding;
import dev.slop.metrics.analysis.Respondents;
import dev.slop.report.ModelCost;
import java.util.List;
import java.util.Locale;

/**
 * The analysis as text for a terminal: per prompt each model's answers with bars, how different they are, how they fit
 * a stated target and how alike the models answer; at the end the findings.
 *
 * <p>Nothing in an answer, a prompt or a model's name reaches the terminal as a command: control characters and
 * bidirectional overrides are shown, not obeyed.
 */
public final class TerminalReport {
    /** A finding holds the text of an answer at most; this is a few lines of it. */
    private static final int LONGEST_FINDING = 500;

    private TerminalReport() {}

    /**
     * Renders an analysis.
     *
     * @param analysis what is shown
     * @param style what the terminal can show
     * @return lines, each ended by a line feed
     */
    public static String render(Analysis analysis, TerminalStyle style) {
        return render(analysis, List.of(), style);
    }

    /**
     * Renders an analysis, and what its answers cost.
     *
     * @param analysis what is shown
     * @param costs of each model; empty for answers that slop did not ask for
     * @param style what the terminal can show
     * @return lines, each ended by a line feed
     */
    public static String render(Analysis analysis, List<ModelCost> costs, TerminalStyle style) {
        Page page = new Page(style);
        title(page, analysis);
        analysis.prompts()
                .forEach(prompt -> new PromptView(page, analysis.options().level()).print(prompt));
        OverallView.print(page, analysis);
        DesignView.print(page, analysis);
        findings(page, analysis.overall().findings());
        CostView.print(page, costs);
        legend(page, analysis);
        return page.toString();
    }

    private static void title(Page page, Analysis analysis) {
        Respondents asked = Respondents.of(analysis.prompts());
        String ways = asked.severalWays()
                ? page.symbols().separator() + asked.variants().size() + " ways of asking"
                : "";
        long answers =
                analysis.prompts().stream().mapToLong(p -> p.answers().size()).sum();
        page.line(page.ink().bold("slop")
                + page.symbols().separator()
                + String.join(
                        page.symbols().separator(),
                        Words.count(analysis.prompts().size(), "prompt"),
                        Words.count(asked.models().size(), "model") + ways,
                        Words.count(answers, "answer")));
        page.blank();
    }

    private static void findings(Page page, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        page.rule("What was found");
        int number = 0;
        for (Finding finding : findings) {
            number++;
            page.paragraph(String.format(Locale.ROOT, "%3d. ", number), page.safe(finding.text(), LONGEST_FINDING));
        }
        page.blank();
    }

    private static void legend(Page page, Analysis analysis) {
        String bullet = page.symbols().bullet();
        String level = Numbers.percent(analysis.options().level());
        page.paragraph(
                "",
                "How to read it: " + bullet + " marks an answer that another model gave too. Numbers in brackets are "
                        + level + " intervals. Jaccard: of all different answers of two models, the share that both"
                        + " gave. Same answer: the chance that one fresh answer of each is the same. p: the chance of"
                        + " so great a difference if both answered alike.");
    }
}
