package dev.slop.bench;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Analyzer;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PairAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.overlap.OverlapMeasure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds what slop reports against models whose truth is known: how often an interval covers it, and how often a test
 * rejects a true null. Prints tables in Markdown, and its progress on standard error. Uses all cores.
 *
 * <p>Arguments: data sets a cell (default 2,000), resamples (default 999), seed (default 1).
 */
public final class Calibration {
    private static final int[] SIZES = {10, 30, 100, 1_000};
    private static final List<String> NUMBERS =
            List.of("entropy", "distinct (Chao1)", "top share", "coverage", "effective answers (q = 2)");
    private static final List<String> TESTS = List.of("uniformity", "equality of two models");
    private static final List<OverlapMeasure> MEASURES = List.of(
            OverlapMeasure.JACCARD,
            OverlapMeasure.WEIGHTED_JACCARD,
            OverlapMeasure.MORISITA_HORN,
            OverlapMeasure.JENSEN_SHANNON_BITS,
            OverlapMeasure.HELLINGER,
            OverlapMeasure.TOTAL_VARIATION,
            OverlapMeasure.COLLISION_PROBABILITY);

    private final int dataSets;
    private final AnalysisOptions options;
    private final Map<String, Rates> cells = new LinkedHashMap<>();

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
        ModelPair.all().forEach(calibration::simulate);
        calibration.print();
    }

    private void simulate(ModelPair models) {
        for (int n : SIZES) {
            long start = System.nanoTime();
            Map<OverlapMeasure, Double> truth = models.means(n, MEASURES);
            cells.put(key(models, n), rates(i -> judged(models, n, i, truth)));
            if (models.alike()) {
                cells.put(key(models, n) + " family", rates(i -> family(models, n, i)));
            }
            System.err.printf("%s, n = %d: %.1f s%n", models.name(), n, (System.nanoTime() - start) / 1e9);
        }
    }

    private static String key(ModelPair models, int n) {
        return models.name() + " " + n;
    }

    private Rates rates(IntFunction<Map<String, Optional<Boolean>>> dataSet) {
        return Rates.of(
                IntStream.range(0, dataSets).parallel().mapToObj(dataSet).toList());
    }

    private Map<String, Optional<Boolean>> judged(
            ModelPair models, int n, int dataSet, Map<OverlapMeasure, Double> truth) {
        PromptAnalysis prompt = analyzed(models, 2, n, dataSet);
        PairAnalysis pair = prompt.pairs().get(0);
        ModelAnalysis model = prompt.models().get(0);
        Map<String, Optional<Boolean>> hits = new LinkedHashMap<>();
        if (models.alike()) {
            judge(model, models.a(), hits);
            hits.put(
                    "uniformity",
                    model.goodness().map(goodness -> goodness.chiSquare().rejects(0.05)));
            hits.put("equality of two models", Optional.of(pair.pValue().value().orElse(1) <= 0.05));
        }
        numbers(pair)
                .forEach((measure, number) ->
                        hits.put(label(measure), Rates.covers(number, truth.getOrDefault(measure, Double.NaN))));
        return hits;
    }

    private static void judge(ModelAnalysis model, Population truth, Map<String, Optional<Boolean>> hits) {
        double seen = model.groups().stream()
                .mapToDouble(group -> truth.share(ModelPair.answer(group.label())))
                .sum();
        List<Optional<Boolean>> judged = List.of(
                Rates.covers(model.entropyBits().chaoJost(), truth.entropyBits()),
                Rates.covers(model.chao1(), truth.kinds()),
                Rates.covers(model.topShare(), truth.topShare()),
                Rates.covers(model.coverage(), seen),
                Rates.covers(model.hill().q2(), 1 / truth.agreement()));
        for (int i = 0; i < judged.size(); i++) {
            hits.put(NUMBERS.get(i), judged.get(i));
        }
    }

    private static String label(OverlapMeasure measure) {
        return measure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<OverlapMeasure, Quantity> numbers(PairAnalysis pair) {
        return Map.of(
                OverlapMeasure.JACCARD, pair.jaccard(),
                OverlapMeasure.WEIGHTED_JACCARD, pair.weightedJaccard(),
                OverlapMeasure.MORISITA_HORN, pair.morisitaHorn(),
                OverlapMeasure.JENSEN_SHANNON_BITS, pair.jensenShannonBits(),
                OverlapMeasure.HELLINGER, pair.hellinger(),
                OverlapMeasure.TOTAL_VARIATION, pair.totalVariation(),
                OverlapMeasure.COLLISION_PROBABILITY, pair.collisionProbability());
    }

    /** Six pairs of four models of one distribution: Holm should reject any of them in 5 % of data sets. */
    private Map<String, Optional<Boolean>> family(ModelPair models, int n, int dataSet) {
        boolean rejected = analyzed(models, 4, n, dataSet).pairs().stream()
                .anyMatch(pair -> pair.pValue().adjusted().orElse(1) <= 0.05);
        return Map.of("family", Optional.of(rejected));
    }

    private PromptAnalysis analyzed(ModelPair models, int count, int n, int dataSet) {
        long seed = options.seed() * 1_000_003 + dataSet;
        return Analyzer.analyze(models.answers(count, n, seed), options)
                .prompts()
                .get(0);
    }

    private void print() {
        System.out.printf(
                "95 %% intervals that cover the truth, in %% of %,d data sets, %,d resamples, seed %d"
                        + " (* where some data sets have no interval)%n%n",
                dataSets, options.resamples(), options.seed());
        List<ModelPair> alike =
                ModelPair.all().stream().filter(ModelPair::alike).toList();
        table(alike, NUMBERS);
        table(ModelPair.all(), MEASURES.stream().map(Calibration::label).toList());
        System.out.printf("True nulls rejected at 5 %%, in %% of %,d data sets%n%n", dataSets);
        List<String> columns = new ArrayList<>(TESTS);
        columns.add("any of 6 pairs after Holm");
        table(alike, columns);
    }

    private void table(List<ModelPair> pairs, List<String> columns) {
        System.out.println("| models | n | " + String.join(" | ", columns) + " |");
        System.out.println("|---".repeat(columns.size() + 2) + "|");
        for (ModelPair pair : pairs) {
            for (int n : SIZES) {
                System.out.println(columns.stream()
                        .map(column -> cell(pair, n, column))
                        .collect(Collectors.joining(" | ", "| " + pair.name() + " | " + n + " | ", " |")));
            }
        }
        System.out.println();
    }

    private String cell(ModelPair pair, int n, String column) {
        boolean family = column.startsWith("any");
        Rates rates = cells.getOrDefault(key(pair, n) + (family ? " family" : ""), Rates.of(List.of()));
        return rates.percent(family ? "family" : column);
    }
}
