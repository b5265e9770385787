package dev.slop.report.terminal;

import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.CleanedAnswer;
import dev.slop.metrics.answer.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each cleaning rule did to each answer. As in {@link TerminalReport}, nothing in an answer is obeyed. */
public final class CleaningTrace {
    private static final int LONGEST_RULE = 14;
    /** No text is cut: what a rule did may stand at its end. */
    private static final int ALL_COLUMNS = Integer.MAX_VALUE / 2;

    private final Page page;

    private CleaningTrace(TerminalStyle style) {
        this.page = new Page(style);
    }

    /**
     * Renders the traces of a table's answers.
     *
     * @param table whose answers are cleaned, each by its prompt's rules
     * @param style what the terminal can show
     * @return lines, each ended by a line feed
     */
    public static String render(AnswerTable table, TerminalStyle style) {
        CleaningTrace trace = new CleaningTrace(style);
        Map<String, List<Answer>> byPrompt = table.answers().stream()
                .collect(Collectors.groupingBy(Answer::prompt, TreeMap::new, Collectors.toList()));
        for (PromptSpec prompt : table.prompts()) {
            trace.page.rule(prompt.id());
            trace.page.paragraph("rules: ", String.join(", ", prompt.rules().names()));
            byPrompt.getOrDefault(prompt.id(), List.of()).forEach(answer -> trace.answer(prompt, answer));
            trace.page.blank();
        }
        return trace.page.toString();
    }

    private void answer(PromptSpec prompt, Answer answer) {
        page.blank();
        page.title(answer.model() + " " + (answer.index() + 1), "");
        step("sent", answer.text());
        if (answer.outcome() != Outcome.ANSWERED) {
            page.line(Page.INDENT + page.ink().warning("not measured: " + Words.outcome(answer.outcome())));
            return;
        }
        CleanedAnswer cleaned = prompt.rules().apply(answer.text());
        cleaned.trace().forEach(step -> step(step.rule(), step.after()));
        if (cleaned.outcome() != Outcome.ANSWERED) {
            page.line(Page.INDENT + page.ink().warning("not measured: " + Words.outcome(cleaned.outcome())));
        }
    }

    private void step(String rule, String text) {
        String head = Page.INDENT + DisplayWidth.padRight(rule, LONGEST_RULE) + " ";
        page.paragraph(head, page.safe(text, ALL_COLUMNS));
    }
}
