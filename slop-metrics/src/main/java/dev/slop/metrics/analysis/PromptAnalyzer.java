package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.answer.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The suite over the answers to one prompt. */
final class PromptAnalyzer {
    private final PooledAnswers answers;
    private final Intervals intervals;
    private final GoodnessAnalyzer goodness;

    private PromptAnalyzer(PooledAnswers answers, AnalysisOptions options, long seed) {
        this.answers = answers;
        this.intervals = new Intervals(options, seed);
        this.goodness = new GoodnessAnalyzer(intervals, options);
    }

    static AnalyzedPrompt analyze(PooledAnswers answers, AnalysisOptions options, long seed) {
        PromptAnalyzer analyzer = new PromptAnalyzer(answers, options, seed);
        return new AnalyzedPrompt(analyzer.analysis(), analyzer.agreement(), analyzer.agreementWithin());
    }

    private PromptAnalysis analysis() {
        List<ModelAnalysis> models = answers.models().stream()
                .map(name -> model(name, answers.outcomes(name), answers.groupsOf(name), answers.counts(name)))
                .toList();
        ModelAnalysis pooled =
                model(ModelAnalysis.POOLED, answers.pooledOutcomes(), answers.pooledGroups(), answers.pooledCounts());
        PromptSpec spec = answers.spec();
        AcrossModels across = intervals.acrossModels(rows());
        return new PromptAnalysis(
                spec.id(),
                spec.text(),
                spec.grouping().name(),
                answers.answers(),
                models,
                pooled,
                pairs(),
                models.size() < 2 ? Optional.empty() : Optional.of(across.partition()),
                across.cramersV(),
                across.krippendorffAlpha());
    }

    /** {@return the chance that two fresh answers, of whichever models, are the same} */
    private Quantity agreement() {
        return intervals.agreement(answers.pooledCounts());
    }

    /** {@return the mean over models of the chance that two fresh answers of one model are the same} */
    private Quantity agreementWithin() {
        return intervals.meanAgreement(rows());
    }

    private ModelAnalysis model(String name, Map<Outcome, Long> outcomes, List<AnswerGroup> groups, long[] counts) {
        ModelNumbers numbers = intervals.model(counts);
        return new ModelAnalysis(
                name,
                outcomes.getOrDefault(Outcome.ANSWERED, 0L),
                outcomes,
                groups,
                groups.size(),
                numbers.topShare(),
                numbers.entropyBits(),
                numbers.hill(),
                numbers.coverage(),
                numbers.chao1(),
                answers.spec().target().flatMap(target -> goodness.of(target, groups)));
    }

    private List<PairAnalysis> pairs() {
        List<String> names = answers.models();
        List<PairAnalysis> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(pair(names.get(i), names.get(j)));
            }
        }
        return pairs;
    }

    private PairAnalysis pair(String a, String b) {
        long[] x = answers.counts(a);
        long[] y = answers.counts(b);
        List<Quantity> q = intervals.pair(x, y);
        return new PairAnalysis(
                a, b, q.get(0), q.get(1), q.get(2), q.get(3), q.get(4), q.get(5), q.get(6), intervals.equality(x, y));
    }

    /** {@return counts by model and group; models without a measured answer are left out} */
    private long[][] rows() {
        return answers.models().stream()
                .map(answers::counts)
                .filter(row -> Intervals.sum(row) > 0)
                .toArray(long[][]::new);
    }
}
