package dev.slop.report.html;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.MeasuredAnswer;
import dev.slop.metrics.analysis.Respondents;
import java.util.List;

/**
 * An answer in the list for readers without JavaScript.
 *
 * @param prompt id
 * @param model short name
 * @param outcome in words
 * @param text as sent
 * @param cleaned what was compared
 */
record AnswerLine(String prompt, String model, String outcome, String text, String cleaned) {
    private static final int LISTED = 300;
    private static final int LENGTH = 300;

    static List<AnswerLine> some(Analysis analysis, ModelNames names) {
        return analysis.prompts().stream()
                .flatMap(prompt -> prompt.answers().stream())
                .limit(LISTED)
                .map(answer -> of(answer, names))
                .toList();
    }

    private static AnswerLine of(MeasuredAnswer measured, ModelNames names) {
        return new AnswerLine(
                VisibleText.line(measured.answer().prompt(), 80),
                names.shortName(Respondents.row(measured.answer())),
                Fact.words(measured.outcome()),
                VisibleText.shortened(measured.answer().text(), LENGTH),
                VisibleText.shortened(measured.cleaned(), LENGTH));
    }
}
