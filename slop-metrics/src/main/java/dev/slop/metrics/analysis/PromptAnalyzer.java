package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.overlap.Association;
import dev.slop.metrics.overlap.ContingencyTable;
import dev.slop.metrics.overlap.ModelsTogether;
import dev.slop.metrics.overlap.OverlapMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** The suite over the answers to one prompt. */
final class PromptAnalyzer {
    private final PooledAnswers answers;
    private final Intervals intervals;
    private final GoodnessAnalyzer goodness;

    private PromptAnalyzer(PooledAnswers answers, AnalysisOptions options, long seed, RepeatedSamples repeated) {
        this.answers = answers;
        this.intervals = new Intervals(options, seed, repeated);
        this.goodness = new GoodnessAnalyzer(intervals, options);
    }

    static AnalyzedPrompt analyze(PooledAnswers answers, AnalysisOptions options, long seed, RepeatedSamples repeated) {
        return new AnalyzedPrompt(new PromptAnalyzer(answers, options, seed, repeated).analysis(), answers.warnings());
    }

    private PromptAnalysis analysis() {
        List<ModelAnalysis> models = answers.models().stream()
                .map(name -> model(name, answers.outcomes(name), answers.groupsOf(name), answers.counts(name)))
                .toList();
        ModelAnalysis pooled =
                model(ModelAnalysis.POOLED, answers.pooledOutcomes(), answers.pooledGroups(), answers.pooledCounts());
        PromptSpec spec = answers.spec();
        ContingencyTable answered = ContingencyTable.ofCounts(rowsWithAnswers());
        AcrossModels across = intervals.acrossModels(answered);
        List<PairAnalysis> pairs = pairs();
        boolean several = models.size() > 1;
        return new PromptAnalysis(
                spec.id(),
                spec.text(),
                spec.grouping().name(),
                answers.answers(),
                models,
                pooled,
                pairs,
                several
                        ? Optional.of(across.partition(
                                ModelsTogether.ALPHA_1,
                                ModelsTogether.BETA_1,
                                ModelsTogether.GAMMA_1,
                                ModelsTogether.TURNOVER_1))
                        : Optional.empty(),
                across.get(ModelsTogether.CRAMERS_V_CORRECTED),
                across.get(ModelsTogether.KRIPPENDORFF_ALPHA),
                detail(pooled, answered, across, pairs));
    }

    private PromptDetail detail(
            ModelAnalysis pooled, ContingencyTable answered, AcrossModels across, List<PairAnalysis> pairs) {
        Association association = Association.of(answered);
        Quantity all = pooled.detail().simpson().unbiased();
        boolean several = answers.models().size() > 1;
        return new PromptDetail(
                new PromptDetail.Agreement(
                        all,
                        answered.rows() == 1 ? all : across.get(ModelsTogether.AGREEMENT_WITHIN),
                        across.get(ModelsTogether.AGREEMENT_BETWEEN)),
                several
                        ? Optional.of(across.partition(
                                ModelsTogether.ALPHA_0,
                                ModelsTogether.BETA_0,
                                ModelsTogether.GAMMA_0,
                                ModelsTogether.TURNOVER_0))
                        : Optional.empty(),
                several
                        ? Optional.of(across.partition(
                                ModelsTogether.ALPHA_2,
                                ModelsTogether.BETA_2,
                                ModelsTogether.GAMMA_2,
                                ModelsTogether.TURNOVER_2))
                        : Optional.empty(),
                new PromptDetail.Association(
                        across.get(ModelsTogether.CRAMERS_V),
                        across.get(ModelsTogether.MUTUAL_INFORMATION_BITS),
                        association.chiSquareTest(),
                        association.gTest()),
                across.get(ModelsTogether.FLEISS_KAPPA),
                intervals.equality(answered),
                Trees.of(pairs, PairAnalysis::a, PairAnalysis::b, PairAnalysis::jensenShannonBits),
                GroupTrees.of(answers.spec().grouping(), pooled.groups()),
                Optional.empty());
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
                answers.spec().target().flatMap(target -> goodness.of(target, groups)),
                numbers.detail());
    }

    private List<PairAnalysis> pairs() {
        List<String> names = answers.models();
        long[][] rows = names.stream().map(answers::counts).toArray(long[][]::new);
        List<Map<OverlapMeasure, Quantity>> numbers = intervals.pairs(ContingencyTable.ofCounts(rows));
        List<PairAnalysis> pairs = new ArrayList<>(numbers.size());
        for (int i = 0; i < rows.length; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                PairAnalysis.PairTest test = intervals.equality(rows[i], rows[j]);
                pairs.add(pair(names.get(i), names.get(j), numbers.get(pairs.size()), test));
            }
        }
        return pairs;
    }

    private static PairAnalysis pair(
            String a, String b, Map<OverlapMeasure, Quantity> numbers, PairAnalysis.PairTest test) {
        Function<OverlapMeasure, Quantity> number =
                measure -> numbers.getOrDefault(measure, Quantity.unavailable("not computed"));
        Quantity jaccard = number.apply(OverlapMeasure.JACCARD);
        Quantity divergence = number.apply(OverlapMeasure.JENSEN_SHANNON_BITS);
        return new PairAnalysis(
                a,
                b,
                jaccard,
                number.apply(OverlapMeasure.WEIGHTED_JACCARD),
                number.apply(OverlapMeasure.MORISITA_HORN),
                divergence,
                number.apply(OverlapMeasure.HELLINGER),
                number.apply(OverlapMeasure.TOTAL_VARIATION),
                number.apply(OverlapMeasure.COLLISION_PROBABILITY),
                new PairDetail(
                        number.apply(OverlapMeasure.OVERLAP_COEFFICIENT),
                        rescaled(jaccard, index -> 2 * index / (1 + index)),
                        number.apply(OverlapMeasure.MORISITA),
                        rescaled(divergence, Math::sqrt),
                        number.apply(OverlapMeasure.BRAY_CURTIS),
                        number.apply(OverlapMeasure.COLLISION_MAXIMUM)),
                test);
    }

    /** An interval covers as well on any other scale that rises with it. */
    private static Quantity rescaled(Quantity quantity, DoubleUnaryOperator rising) {
        return quantity instanceof Estimate e
                ? new Estimate(
                        rising.applyAsDouble(e.value()),
                        rising.applyAsDouble(e.lower()),
                        rising.applyAsDouble(e.upper()),
                        e.level(),
                        e.method())
                : quantity;
    }

    /** {@return counts by model and group; models without a measured answer are left out} */
    private long[][] rowsWithAnswers() {
        return answers.models().stream()
                .map(answers::counts)
                .filter(row -> Intervals.sum(row) > 0)
                .toArray(long[][]::new);
    }
}
