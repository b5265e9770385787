package dev.slop.bench;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Analyzer;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.goodness.Target;
import dev.slop.metrics.grouping.AnswerGrouping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Holds what slop reports against populations whose truth is known: how often an interval covers it, and how often a
 * test rejects a true null. Prints tables in Markdown.
 *
 * <p>Arguments: data sets a cell (default 2,000), resamples (default 999), seed (default 1).
 */
public final class Calibration {
    private static final int[] SIZES = {10, 30, 100, 1_000};

    private final int dataSets;
    private final AnalysisOptions options;

    private Calibration(int dataSets, AnalysisOptions options) {
        this.dataSets = dataSets;
        this.options = options;
    }

    /**
     * Runs the simulation.
     *
     * @param args data sets a cell, resamples, seed
     */
    public static void main(String[] args) {
        int dataSets = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        int resamples = args.length > 1 ? Integer.parseInt(args[1]) : 999;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Calibration calibration = new Calibration(dataSets, new AnalysisOptions(seed, 0.95, resamples));
        calibration.printCoverage();
        calibration.printRejections();
    }

    private static List<Population> populations() {
        return List.of(Population.flat(20), Population.zipf(50), Population.dominated(0.9, 10));
    }

    private void printCoverage() {
        System.out.printf(
                "95 %% intervals that cover the truth, in %% of %,d data sets, %,d resamples, seed %d%n%n",
                dataSets, options.resamples(), options.seed());
        System.out.println("| population | n | entropy (MM) | distinct (Chao1) | top share | Jaccard |");
        System.out.println("|---|---|---|---|---|---|");
        for (Population population : populations()) {
            for (int n : SIZES) {
                System.out.println(row(population, n));
            }
        }
    }

    private String row(Population population, int n) {
        Map<String, Integer> covered = new LinkedHashMap<>();
        List<Map<String, Boolean>> hits = IntStream.range(0, dataSets)
                .parallel()
                .mapToObj(i -> hits(population, n, i))
                .toList();
        hits.forEach(hit -> hit.forEach((metric, inside) -> covered.merge(metric, inside ? 1 : 0, Integer::sum)));
        StringBuilder row = new StringBuilder("| " + population.name() + " | " + n);
        covered.values().forEach(count -> row.append(String.format(Locale.ROOT, " | %.1f", 100.0 * count / dataSets)));
        return row.append(" |").toString();
    }

    private Map<String, Boolean> hits(Population population, int n, int dataSet) {
        Analysis analysis = Analyzer.analyze(table(population, n, dataSet, Optional.empty()), options);
        ModelAnalysis model = analysis.prompts().get(0).models().get(0);
        Map<String, Boolean> hits = new LinkedHashMap<>();
        hits.put("entropy", covers(model.entropyBits().millerMadow(), population.entropyBits()));
        hits.put("chao1", covers(model.chao1(), population.kinds()));
        hits.put("topShare", covers(model.topShare(), population.topShare()));
        hits.put("jaccard", covers(analysis.prompts().get(0).pairs().get(0).jaccard(), 1));
        return hits;
    }

    private static boolean covers(Quantity quantity, double truth) {
        return quantity instanceof Estimate estimate
                && estimate.lower() <= truth + 1e-12
                && truth <= estimate.upper() + 1e-12;
    }

    private void printRejections() {
        System.out.printf("%nTrue nulls rejected at 5 %%, in %% of %,d data sets%n%n", dataSets);
        System.out.println(
                "| n | uniformity (flat, 20) | equality of two models (Zipf, 50) | any of 6 pairs after Holm |");
        System.out.println("|---|---|---|---|");
        for (int n : SIZES) {
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.1f | %.1f | %.1f |%n",
                    n,
                    100 * rejectedUniformity(n),
                    100 * rejectedEquality(n),
                    100 * rejectedFamily(n));
        }
    }

    private double rejectedUniformity(int n) {
        Population flat = Population.flat(20);
        List<String> cells = IntStream.range(0, 20).mapToObj(k -> "a" + k).toList();
        return share(i -> Analyzer.analyze(table(flat, n, i, Optional.of(Target.uniform(cells))), options)
                .prompts()
                .get(0)
                .models()
                .get(0)
                .goodness()
                .orElseThrow()
                .chiSquare()
                .rejects(0.05));
    }

    private double rejectedEquality(int n) {
        return share(i -> Analyzer.analyze(table(Population.zipf(50), n, i, Optional.empty()), options)
                        .prompts()
                        .get(0)
                        .pairs()
                        .get(0)
                        .pValue()
                        .value()
                        .orElse(1)
                <= 0.05);
    }

    private double rejectedFamily(int n) {
        return share(i ->
                Analyzer.analyze(table(Population.zipf(50), n, i, Optional.empty(), 4), options)
                        .prompts()
                        .get(0)
                        .pairs()
                        .stream()
                        .anyMatch(pair -> pair.pValue().adjusted().orElse(1) <= 0.05));
    }

    private double share(java.util.function.IntPredicate rejected) {
        return IntStream.range(0, dataSets).parallel().filter(rejected).count() / (double) dataSets;
    }

    private AnswerTable table(Population population, int n, int dataSet, Optional<Target> target) {
        return table(population, n, dataSet, target, 2);
    }

    /** Several models with the same population: the same answers are likely, every null is true. */
    private AnswerTable table(Population population, int n, int dataSet, Optional<Target> target, int models) {
        SplittableRandom random = new SplittableRandom(options.seed() * 1_000_003 + dataSet);
        PromptSpec prompt =
                new PromptSpec("data set " + dataSet, "", AnswerRules.text(), AnswerGrouping.exact(), target);
        List<Answer> answers = new ArrayList<>(models * n);
        for (int m = 0; m < models; m++) {
            for (int i = 0; i < n; i++) {
                String text = "a" + population.draw(random);
                answers.add(new Answer(prompt.id(), "m" + m, Answer.DEFAULT_VARIANT, i, Outcome.ANSWERED, text));
            }
        }
        return new AnswerTable(List.of(prompt), answers);
    }
}
