package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.MultipleTesting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Puts the prompts together: adjusted p-values, means over prompts, findings. */
final class OverallAnalyzer {
    private final AnalysisOptions options;
    private final Intervals intervals;

    private OverallAnalyzer(AnalysisOptions options) {
        this.options = options;
        this.intervals = new Intervals(options, Analyzer.seed("*", options.seed()));
    }

    static Analysis complete(List<AnalyzedPrompt> prompts, AnalysisOptions options) {
        return new OverallAnalyzer(options).analysis(prompts);
    }

    private Analysis analysis(List<AnalyzedPrompt> analyzed) {
        List<PromptAnalysis> prompts =
                adjusted(analyzed.stream().map(AnalyzedPrompt::analysis).toList());
        return new Analysis(options, prompts, new Overall(models(prompts), pairs(prompts), findings(analyzed)));
    }

    private List<Overall.ModelMeans> models(List<PromptAnalysis> prompts) {
        Map<String, List<ModelAnalysis>> byModel = new TreeMap<>();
        prompts.forEach(prompt -> prompt.models().stream()
                .filter(model -> model.n() > 0)
                .forEach(model -> byModel.computeIfAbsent(model.model(), m -> new ArrayList<>())
                        .add(model)));
        return byModel.entrySet().stream()
                .map(e -> new Overall.ModelMeans(
                        e.getKey(),
                        e.getValue().size(),
                        e.getValue().stream().mapToLong(ModelAnalysis::n).sum(),
                        mean(e.getValue(), Bounds.UNIT, ModelAnalysis::topShare),
                        mean(
                                e.getValue(),
                                Bounds.NOT_NEGATIVE,
                                model -> model.entropyBits().chaoJost()),
                        intervals.meanOverPrompts(
                                e.getValue().stream()
                                        .mapToDouble(model -> (double) model.distinct() / model.n())
                                        .toArray(),
                                Bounds.UNIT)))
                .toList();
    }

    private List<Overall.PairMeans> pairs(List<PromptAnalysis> prompts) {
        Map<List<String>, List<PairAnalysis>> byPair = new LinkedHashMap<>();
        prompts.forEach(prompt -> prompt.pairs().stream()
                .filter(pair -> pair.jaccard() instanceof Estimate)
                .forEach(pair -> byPair.computeIfAbsent(List.of(pair.a(), pair.b()), p -> new ArrayList<>())
                        .add(pair)));
        return byPair.entrySet().stream()
                .map(e -> new Overall.PairMeans(
                        e.getKey().get(0),
                        e.getKey().get(1),
                        e.getValue().size(),
                        mean(e.getValue(), Bounds.UNIT, PairAnalysis::jaccard),
                        mean(e.getValue(), Bounds.UNIT, PairAnalysis::collisionProbability),
                        mean(e.getValue(), Bounds.UNIT, PairAnalysis::jensenShannonBits)))
                .toList();
    }

    private <T> Quantity mean(List<T> items, Bounds bounds, Function<T, Quantity> number) {
        return intervals.meanOverPrompts(values(items, number).toArray(), bounds);
    }

    private static <T> DoubleStream values(List<T> items, Function<T, Quantity> number) {
        return items.stream()
                .map(number)
                .filter(Estimate.class::isInstance)
                .mapToDouble(quantity -> ((Estimate) quantity).value());
    }

    /** Holm over every pair of every prompt: the family is what a reader sees in one report. */
    private static List<PromptAnalysis> adjusted(List<PromptAnalysis> prompts) {
        double[] raw = prompts.stream()
                .flatMap(prompt -> prompt.pairs().stream())
                .flatMapToDouble(pair -> pair.pValue().value().stream())
                .toArray();
        double[] holm = MultipleTesting.holm(raw);
        int next = 0;
        List<PromptAnalysis> result = new ArrayList<>();
        for (PromptAnalysis prompt : prompts) {
            List<PairAnalysis> pairs = new ArrayList<>();
            for (PairAnalysis pair : prompt.pairs()) {
                pairs.add(pair.pValue().value().isPresent() ? withAdjusted(pair, holm[next++]) : pair);
            }
            result.add(withPairs(prompt, pairs));
        }
        return result;
    }

    private static PairAnalysis withAdjusted(PairAnalysis p, double adjusted) {
        PairAnalysis.PairTest test = new PairAnalysis.PairTest(
                p.pValue().value(), OptionalDouble.of(adjusted), p.pValue().method());
        return new PairAnalysis(
                p.a(),
                p.b(),
                p.jaccard(),
                p.weightedJaccard(),
                p.morisitaHorn(),
                p.jensenShannonBits(),
                p.hellinger(),
                p.totalVariation(),
                p.collisionProbability(),
                test);
    }

    private static PromptAnalysis withPairs(PromptAnalysis p, List<PairAnalysis> pairs) {
        return new PromptAnalysis(
                p.id(),
                p.text(),
                p.grouping(),
                p.answers(),
                p.models(),
                p.pooled(),
                pairs,
                p.partition(),
                p.cramersV(),
                p.krippendorffAlpha());
    }

    private List<Finding> findings(List<AnalyzedPrompt> prompts) {
        Quantity within = mean(prompts, Bounds.UNIT, AnalyzedPrompt::agreementWithin);
        List<Double> across = new ArrayList<>();
        for (AnalyzedPrompt prompt : prompts) {
            values(prompt.analysis().pairs(), PairAnalysis::collisionProbability)
                    .average()
                    .ifPresent(across::add);
        }
        Quantity between = intervals.meanOverPrompts(
                across.stream().mapToDouble(Double::doubleValue).toArray(), Bounds.UNIT);
        List<Finding> findings = new ArrayList<>(Findings.overall(across.size(), within, between));
        prompts.forEach(prompt -> findings.addAll(Findings.of(prompt)));
        return findings;
    }
}
