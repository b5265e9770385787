package dev.slop.report.html;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.analysis.Respondents;
import dev.slop.report.ModelCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the page shows, in the order in which it shows it.
 *
 * @param title of the page
 * @param when the run ended; empty where unknown
 * @param level of the intervals, in percent
 * @param facts counts of what was asked and came back
 * @param remarks on what went wrong or was left out
 * @param findings in plain words
 * @param overlap between models, over all prompts
 * @param sideBySide per prompt the most common answers
 * @param prompts per prompt everything
 * @param across all prompts
 * @param tree of the models, by how alike they answer
 * @param wording phrases that a model over-uses or several share
 * @param design how was asked
 * @param answers that are listed for readers without JavaScript
 * @param answerCount how many there are in all
 * @param meaning whether answers were embedded
 * @param data for the charts and the list of answers, as JSON
 * @param costs of each model
 * @param costNotes whose prices they are by
 */
record Page(
        String title,
        String when,
        String level,
        List<Fact> facts,
        List<String> remarks,
        List<FindingView> findings,
        OverlapView overlap,
        List<SideBySide> sideBySide,
        List<PromptSection> prompts,
        Across across,
        Optional<TreeView> tree,
        WordingView wording,
        DesignView design,
        List<AnswerLine> answers,
        long answerCount,
        boolean meaning,
        String data,
        List<CostLine> costs,
        List<String> costNotes) {

    static Page of(Analysis analysis, RunSummary summary) {
        ModelNames names = new ModelNames(models(analysis), Respondents.of(analysis.prompts()));
        Detail detail = Detail.of(analysis);
        List<SideBySide> sideBySide = new ArrayList<>();
        List<PromptSection> sections = new ArrayList<>();
        for (PromptAnalysis prompt : analysis.prompts()) {
            PromptRef ref = PromptRef.of(sections.size(), prompt);
            sideBySide.add(SideBySide.of(ref, prompt, names, detail));
            sections.add(PromptSection.of(ref, prompt, analysis.semantic().of(prompt.id()), names, detail));
        }
        return new Page(
                VisibleText.line(summary.title(), 120),
                summary.finishedAt().map(Page::minute).orElse(""),
                Figure.percent(analysis.options().level()),
                Fact.of(analysis, summary),
                summary.remarks().stream().map(r -> VisibleText.line(r, 300)).toList(),
                FindingView.of(analysis),
                OverlapView.of(analysis, names),
                sideBySide,
                sections,
                Across.of(analysis, names),
                analysis.overall().tree().map(tree -> TreeView.ofModels(tree, names)),
                WordingView.of(analysis, names, detail),
                DesignView.of(analysis),
                AnswerLine.some(analysis, names),
                analysis.prompts().stream().mapToLong(p -> p.answers().size()).sum(),
                !analysis.semantic().prompts().isEmpty(),
                DataBlock.of(analysis, names),
                CostLine.of(summary.costs()),
                ModelCost.notes(summary.costs()).stream()
                        .map(note -> VisibleText.line(note, 500))
                        .toList());
    }

    /** {@return what runs beside the chart library} */
    String script() {
        return meaning ? Assets.SCRIPT_WITH_MAP : Assets.SCRIPT;
    }

    private static Set<String> models(Analysis analysis) {
        Set<String> models = new TreeSet<>();
        for (PromptAnalysis prompt : analysis.prompts()) {
            prompt.models().stream().map(ModelAnalysis::model).forEach(models::add);
            prompt.answers().forEach(answer -> models.add(Respondents.row(answer.answer())));
        }
        return models;
    }

    private static String minute(java.time.Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ')
                .replace(":00Z", " UTC");
    }
}
