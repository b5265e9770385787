package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.MultipleTesting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Puts the prompts together: adjusted p-values, means over prompts, findings. */
final class OverallAnalyzer {
    private final AnalysisOptions options;
    private final Intervals intervals;

    private OverallAnalyzer(AnalysisOptions options) {
        this.options = options;
        this.intervals = new Intervals(options, Analyzer.seed("*", options.seed()), new RepeatedSamples(options));
    }

    static Analysis complete(List<AnalyzedPrompt> prompts, AnalysisOptions options) {
        return new OverallAnalyzer(options).analysis(prompts);
    }

    private Analysis analysis(List<AnalyzedPrompt> analyzed) {
        List<PromptAnalysis> prompts =
                adjusted(analyzed.stream().map(AnalyzedPrompt::analysis).toList());
        List<Overall.PairMeans> pairs = pairs(prompts);
        PromptDetail.Agreement agreement = agreement(prompts);
        return new Analysis(
                options,
                prompts,
                new Overall(
                        models(prompts),
                        pairs,
                        agreement,
                        Trees.of(
                                pairs,
                                Overall.PairMeans::a,
                                Overall.PairMeans::b,
                                Overall.PairMeans::jensenShannonBits),
                        findings(analyzed, prompts, agreement)));
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

    /** Over every pair of every prompt: the family is what a reader sees in one report. */
    private static List<PromptAnalysis> adjusted(List<PromptAnalysis> prompts) {
        Adjusted pairs = Adjusted.of(prompts.stream()
                .flatMap(prompt -> prompt.pairs().stream())
                .flatMapToDouble(pair -> pair.pValue().value().stream()));
        Adjusted whole =
                Adjusted.of(prompts.stream().flatMapToDouble(prompt -> prompt.detail().equality().pValue().stream()));
        List<PromptAnalysis> result = new ArrayList<>();
        int nextPair = 0;
        int nextPrompt = 0;
        for (PromptAnalysis prompt : prompts) {
            List<PairAnalysis> adjusted = new ArrayList<>();
            for (PairAnalysis pair : prompt.pairs()) {
                boolean tested = pair.pValue().value().isPresent();
                adjusted.add(tested ? pair.adjusted(pairs.holm[nextPair], pairs.hochberg[nextPair]) : pair);
                nextPair += tested ? 1 : 0;
            }
            PromptDetail.EqualityTest test = prompt.detail().equality();
            boolean tested = test.pValue().isPresent();
            result.add(prompt.with(
                    adjusted,
                    tested
                            ? prompt.detail()
                                    .withEquality(test.adjusted(whole.holm[nextPrompt], whole.hochberg[nextPrompt]))
                            : prompt.detail()));
            nextPrompt += tested ? 1 : 0;
        }
        return result;
    }

    /** The p-values of a family, adjusted, in their order. */
    private static final class Adjusted {
        private final double[] holm;
        private final double[] hochberg;

        private Adjusted(double[] raw) {
            holm = MultipleTesting.holm(raw);
            hochberg = MultipleTesting.benjaminiHochberg(raw);
        }

        static Adjusted of(DoubleStream raw) {
            return new Adjusted(raw.toArray());
        }
    }

    private PromptDetail.Agreement agreement(List<PromptAnalysis> prompts) {
        return new PromptDetail.Agreement(
                mean(prompts, Bounds.UNIT, prompt -> prompt.detail().agreement().all()),
                mean(prompts, Bounds.UNIT, prompt -> prompt.detail().agreement().within()),
                mean(prompts, Bounds.UNIT, prompt -> prompt.detail().agreement().between()));
    }

    private static boolean severalWays(List<AnalyzedPrompt> analyzed) {
        return Respondents.of(analyzed.stream().map(AnalyzedPrompt::analysis).toList())
                .severalWays();
    }

    private List<Finding> findings(
            List<AnalyzedPrompt> analyzed, List<PromptAnalysis> prompts, PromptDetail.Agreement agreement) {
        long compared = analyzed.stream()
                .filter(prompt -> prompt.analysis().detail().agreement().between() instanceof Estimate)
                .count();
        List<Finding> findings = new ArrayList<>(
                Findings.overall(compared, severalWays(analyzed), agreement.within(), agreement.between()));
        analyzed.forEach(prompt -> findings.addAll(Findings.of(prompt)));
        findings.addAll(AnswersNeeded.findings(
                prompts.stream().map(OverallAnalyzer::tested).toList(), options.seed()));
        return findings;
    }

    private static List<AnswersNeeded.Tested> tested(PromptAnalysis prompt) {
        int cells = prompt.pooled().groups().stream()
                .mapToInt(group -> group.group() + 1)
                .max()
                .orElse(0);
        Map<String, long[]> counts = new HashMap<>();
        prompt.models().forEach(model -> {
            long[] row = new long[cells];
            model.groups().forEach(group -> row[group.group()] = group.count());
            counts.put(model.model(), row);
        });
        long[] none = new long[cells];
        return prompt.pairs().stream()
                .filter(pair -> pair.pValue().value().isPresent())
                .map(pair -> new AnswersNeeded.Tested(
                        prompt.id(),
                        pair.a() + " and " + pair.b(),
                        counts.getOrDefault(pair.a(), none),
                        counts.getOrDefault(pair.b(), none),
                        pair.pValue().value().orElseThrow()))
                .toList();
    }
}
