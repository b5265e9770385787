package dev.slop.bench;

import dev.slop.core.StoppingCriterion;
import dev.slop.core.StoppingCriterion.Measure;
import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Analyzer;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.report.stopping.ExperimentStopping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Measures what optional stopping costs: the bias of estimates, and how often their 95 % intervals cover the truth, for
 * samples that a rule ended against samples of the fixed size that the rule comes to on average. The truth of coverage is
 * the share that the sample really saw. Prints a table in Markdown.
 *
 * <p>Arguments: data sets a row (default 1,000), resamples (default 199), seed (default 1).
 */
public final class StoppingBias {
    private static final int MAX_SAMPLES = 200;
    private static final List<StoppingCriterion> CRITERIA = List.of(
            new StoppingCriterion(Measure.COVERAGE, 0.95, 10, 20),
            new StoppingCriterion(Measure.DISTINCT_WIDTH, 10, 10, 20));

    private final int dataSets;
    private final AnalysisOptions options;

    private StoppingBias(int dataSets, AnalysisOptions options) {
        this.dataSets = dataSets;
        this.options = options;
    }

    /**
     * Runs the simulation.
     *
     * @param args data sets a row, resamples, seed
     */
    public static void main(String[] args) {
        int dataSets = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int resamples = args.length > 1 ? Integer.parseInt(args[1]) : 199;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        new StoppingBias(dataSets, new AnalysisOptions(seed, 0.95, resamples)).print();
    }

    private void print() {
        System.out.printf(
                "Mean error, and in brackets 95 %% intervals that cover the truth, in %% of %,d data sets, %,d resamples,"
                        + " seed %d; batches of 10 from 20 to %d%n%n",
                dataSets, options.resamples(), options.seed(), MAX_SAMPLES);
        System.out.println("| population | size | n, mean | coverage | entropy, bit | distinct (Chao1) | top share |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Population population :
                List.of(Population.flat(20), Population.zipf(50), Population.zipf(20), Population.dominated(0.9, 10))) {
            for (StoppingCriterion criterion : CRITERIA) {
                List<Row> stopped = rows(i -> stopped(population, criterion, i), population);
                int fixed = (int)
                        Math.round(stopped.stream().mapToInt(Row::n).average().orElseThrow());
                print(population, name(criterion), stopped);
                print(population, "fixed", rows(i -> drawn(population, fixed, i), population));
            }
        }
    }

    private static String name(StoppingCriterion criterion) {
        return criterion.measure() == Measure.COVERAGE
                ? "coverage ≥ " + criterion.threshold()
                : "distinct-width ≤ " + criterion.threshold();
    }

    /** One data set: its size, and per number its error (NaN where there is no number) and whether it was covered. */
    private record Row(int n, List<Double> errors, List<Boolean> covered) {}

    private List<Row> rows(IntFunction<List<Integer>> draws, Population population) {
        return IntStream.range(0, dataSets)
                .parallel()
                .mapToObj(i -> row(draws.apply(i), population))
                .toList();
    }

    private Row row(List<Integer> draws, Population population) {
        ModelAnalysis model = analysis(draws);
        Quantity[] numbers = {model.coverage(), model.entropyBits().chaoJost(), model.chao1(), model.topShare()};
        double[] truths = {
            population.coverage(draws), population.entropyBits(), population.kinds(), population.topShare()
        };
        List<Double> errors = new ArrayList<>();
        List<Boolean> covered = new ArrayList<>();
        for (int k = 0; k < numbers.length; k++) {
            Optional<Estimate> estimate =
                    numbers[k] instanceof Estimate present ? Optional.of(present) : Optional.empty();
            double truth = truths[k];
            errors.add(estimate.map(e -> e.value() - truth).orElse(Double.NaN));
            covered.add(estimate.filter(e -> e.lower() <= truth + 1e-12 && truth <= e.upper() + 1e-12)
                    .isPresent());
        }
        return new Row(draws.size(), errors, covered);
    }

    private void print(Population population, String size, List<Row> rows) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %s | %.0f",
                population.name(),
                size,
                rows.stream().mapToInt(Row::n).average().orElseThrow()));
        for (int k = 0; k < 4; k++) {
            int number = k;
            double bias = rows.stream()
                    .mapToDouble(row -> row.errors().get(number))
                    .filter(error -> !Double.isNaN(error))
                    .average()
                    .orElse(Double.NaN);
            long covered =
                    rows.stream().filter(row -> row.covered().get(number)).count();
            line.append(String.format(Locale.ROOT, " | %+.3f (%.1f)", bias, 100.0 * covered / rows.size()));
        }
        System.out.println(line.append(" |"));
    }

    private List<Integer> drawn(Population population, int n, int dataSet) {
        SplittableRandom random = new SplittableRandom(options.seed() * 1_000_003 + dataSet);
        return IntStream.range(0, n).mapToObj(i -> population.draw(random)).toList();
    }

    private List<Integer> stopped(Population population, StoppingCriterion criterion, int dataSet) {
        List<Integer> most = drawn(population, MAX_SAMPLES, dataSet);
        int n = 0;
        while (n < MAX_SAMPLES) {
            n = criterion.nextJudgement(n + 1, MAX_SAMPLES).orElse(MAX_SAMPLES);
            if (ExperimentStopping.reached(criterion, counts(most.subList(0, n), population))
                    .isPresent()) {
                break;
            }
        }
        return most.subList(0, n);
    }

    private static long[] counts(List<Integer> draws, Population population) {
        long[] counts = new long[population.kinds()];
        draws.forEach(k -> counts[k]++);
        return counts;
    }

    private ModelAnalysis analysis(List<Integer> draws) {
        PromptSpec prompt = new PromptSpec("p", "", AnswerRules.text(), AnswerGrouping.exact(), Optional.empty());
        List<Answer> answers = new ArrayList<>();
        for (int draw : draws) {
            answers.add(new Answer("p", "m", Answer.DEFAULT_VARIANT, answers.size(), Outcome.ANSWERED, "a" + draw));
        }
        return Analyzer.analyze(new AnswerTable(List.of(prompt), answers), options)
                .prompts()
                .get(0)
                .models()
                .get(0);
    }
}
