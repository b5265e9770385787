package dev.slop.metrics.analysis;

import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.overlap.OverlapMeasure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
        return new AnalyzedPrompt(
                analyzer.analysis(), analyzer.agreement(), analyzer.agreementWithin(), answers.warnings());
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
        Map<OverlapMeasure, Quantity> numbers = intervals.pair(table(x), table(y));
        Function<OverlapMeasure, Quantity> number =
                measure -> numbers.getOrDefault(measure, Quantity.unavailable("not computed"));
        return new PairAnalysis(
                a,
                b,
                number.apply(OverlapMeasure.JACCARD),
                number.apply(OverlapMeasure.WEIGHTED_JACCARD),
                number.apply(OverlapMeasure.MORISITA_HORN),
                number.apply(OverlapMeasure.JENSEN_SHANNON_BITS),
                number.apply(OverlapMeasure.HELLINGER),
                number.apply(OverlapMeasure.TOTAL_VARIATION),
                number.apply(OverlapMeasure.COLLISION_PROBABILITY),
                intervals.equality(x, y));
    }

    /** {@return counts by number of the group} */
    private static FrequencyTable<Integer> table(long[] counts) {
        Map<Integer, Long> byGroup = new HashMap<>();
        for (int group = 0; group < counts.length; group++) {
            byGroup.put(group, counts[group]);
        }
        return FrequencyTable.ofCounts(byGroup);
    }

    /** {@return counts by model and group; models without a measured answer are left out} */
    private long[][] rows() {
        return answers.models().stream()
                .map(answers::counts)
                .filter(row -> Intervals.sum(row) > 0)
                .toArray(long[][]::new);
    }
}
