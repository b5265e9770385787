package dev.slop.bench;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Analyzer;
import dev.slop.metrics.analysis.Partition;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.diversity.Chao1;
import dev.slop.metrics.diversity.Simpson;
import dev.slop.metrics.diversity.TopShare;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Holds what slop reports of several models together, and of several prompts together, against models whose truth is
 * known, as {@link Calibration} does for one model and for pairs. Prints tables in Markdown, and its progress on standard
 * error. Uses all cores.
 *
 * <p>Arguments: data sets a cell (default 500), resamples (default 199), seed (default 1).
 */
public final class CalibrationAcross {
    private static final int[] SIZES = {10, 30, 100, 1_000};
    private static final int[] PROMPTS = {5, 10, 30, 100};
    private static final int MODELS = 4;
    private static final int SAMPLES = 20_000;
    private static final List<String> TOGETHER =
            List.of("alpha", "beta", "gamma", "Cramér's V", "Krippendorff's alpha");
    private static final List<Population> KINDS =
            List.of(Population.flat(20), Population.zipf(50), Population.dominated(0.9, 10));
    private static final Map<String, Chao1> LIMITS = limits();

    private final int dataSets;
    private final int resamples;
    private final long seed;

    private CalibrationAcross(int dataSets, int resamples, long seed) {
        this.dataSets = dataSets;
        this.resamples = resamples;
        this.seed = seed;
    }

    private static Map<String, Chao1> limits() {
        Map<String, Chao1> limits = new LinkedHashMap<>();
        limits.put("bias-corrected", Chao1.biasCorrected());
        limits.put("classic", Chao1.classic());
        limits.put("sample-size corrected", Chao1.sampleSizeCorrected());
        return limits;
    }

    /**
     * Runs the simulation.
     *
     * @param args data sets a cell, resamples, seed
     */
    public static void main(String[] args) {
        int dataSets = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        int resamples = args.length > 1 ? Integer.parseInt(args[1]) : 199;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        CalibrationAcross calibration = new CalibrationAcross(dataSets, resamples, seed);
        System.out.printf(
                "95 %% intervals that cover the truth, in %% of %,d data sets, %,d resamples, seed %d"
                        + " (* where some data sets have no interval)%n",
                dataSets, resamples, seed);
        calibration.limit();
        calibration.meansOverPrompts();
        calibration.together();
    }

    private Rates rates(IntFunction<Map<String, Optional<Boolean>>> dataSet) {
        return Rates.of(
                IntStream.range(0, dataSets).parallel().mapToObj(dataSet).toList());
    }

    private long seed(int dataSet) {
        return seed * 1_000_003 + dataSet;
    }

    private static void heading(String title, String rows, List<String> columns) {
        System.out.printf(
                "%n%s%n%n| %s | %s |%n%s|%n",
                title,
                rows,
                String.join(" | ", columns),
                "|---"
                        .repeat(columns.size()
                                + 1
                                + (int) rows.chars().filter(c -> c == '|').count()));
    }

    /** The lower end of Chao1 against the number of answers that the model has. */
    private void limit() {
        heading("Lower limit of distinct (Chao1):", "model | n", List.copyOf(LIMITS.keySet()));
        List<Population> models = new ArrayList<>(KINDS);
        models.add(Population.zipf(500));
        for (Population model : models) {
            for (int n : SIZES) {
                Rates rates = rates(i -> {
                    long[] counts = model.draw(n, model.kinds(), new SplittableRandom(seed(i)));
                    Map<String, Optional<Boolean>> hits = new LinkedHashMap<>();
                    LIMITS.forEach(
                            (name, chao1) -> hits.put(name, Rates.covers(chao1.atLeast(counts, 0.95), model.kinds())));
                    return hits;
                });
                System.out.println(rates.row(model.name() + " | " + n, List.copyOf(LIMITS.keySet())));
            }
        }
    }

    /** Prompts are drawn from three kinds; means of samples of prompts against the mean over all. */
    private void meansOverPrompts() {
        List<String> columns = List.of(
                "agreement (BCa)",
                "agreement (Student)",
                "agreement (two-level)",
                "top share at this n (BCa)",
                "top share at this n (Student)",
                "top share at this n (two-level)");
        heading("Means over prompts:", "prompts | n", columns);
        for (int prompts : PROMPTS) {
            for (int n : new int[] {10, 100}) {
                double agreement = KINDS.stream()
                        .mapToDouble(Population::agreement)
                        .average()
                        .orElseThrow();
                double topShare = meanTopShare(n);
                Rates rates = rates(i -> {
                    List<long[][]> drawn = prompts(prompts, n, new SplittableRandom(seed(i)));
                    Map<String, Optional<Boolean>> hits = new LinkedHashMap<>();
                    judge(hits, columns.subList(0, 3), drawn, Simpson.unbiased()::of, agreement);
                    judge(hits, columns.subList(3, 6), drawn, TopShare.of(1)::of, topShare);
                    return hits;
                });
                System.out.println(rates.row(prompts + " | " + n, columns));
            }
        }
    }

    private static List<long[][]> prompts(int prompts, int n, SplittableRandom random) {
        return IntStream.range(0, prompts)
                .mapToObj(p -> KINDS.get(random.nextInt(KINDS.size())))
                .map(kind -> new long[][] {kind.draw(n, kind.kinds(), random)})
                .toList();
    }

    private static double meanTopShare(int n) {
        SplittableRandom random = new SplittableRandom(n);
        return prompts(SAMPLES * KINDS.size(), n, random).stream()
                .mapToDouble(counts -> TopShare.of(1).of(counts[0]))
                .average()
                .orElseThrow();
    }

    private void judge(
            Map<String, Optional<Boolean>> hits,
            List<String> columns,
            List<long[][]> prompts,
            ToDoubleFunction<long[]> number,
            double truth) {
        double[] values = prompts.stream()
                .mapToDouble(counts -> number.applyAsDouble(counts[0]))
                .toArray();
        Bootstrap bca = Bootstrap.withDefaults().withResamples(resamples).withSeed(seed);
        Bootstrap student = bca.withMethod(Bootstrap.Method.STUDENT);
        hits.put(columns.get(0), Rates.covers(bca.mean(values, Bounds.UNIT), truth));
        hits.put(columns.get(1), Rates.covers(student.mean(values, Bounds.UNIT), truth));
        Quantity twoLevel = student.meanOverPrompts(prompts, Bounds.UNIT, counts -> number.applyAsDouble(counts[0]));
        hits.put(columns.get(2), Rates.covers(twoLevel, truth));
    }

    /** Numbers of four models that take turns between two distributions. */
    private void together() {
        List<String> columns = new ArrayList<>();
        TOGETHER.forEach(name -> columns.addAll(List.of(name + ", of the models", name + ", at this n")));
        heading("Several models together:", "models | n", columns);
        for (ModelPair pair : ModelPair.all()) {
            ManyModels models = new ManyModels(pair, MODELS);
            Map<String, Double> truth = models.endless();
            for (int n : SIZES) {
                long start = System.nanoTime();
                Map<String, Double> means = models.means(n);
                Rates rates = rates(i -> together(pair, n, i, truth, means));
                System.out.println(rates.row(pair.name() + " | " + n, columns));
                System.err.printf("%s, n = %d: %.1f s%n", pair.name(), n, (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private Map<String, Optional<Boolean>> together(
            ModelPair pair, int n, int dataSet, Map<String, Double> truth, Map<String, Double> means) {
        PromptAnalysis prompt = Analyzer.analyze(
                        pair.answers(MODELS, n, seed(dataSet)), new AnalysisOptions(seed, 0.95, resamples))
                .prompts()
                .get(0);
        Partition partition = prompt.partition().orElseThrow();
        List<Quantity> numbers = Arrays.asList(
                partition.alpha(), partition.beta(), partition.gamma(), prompt.cramersV(), prompt.krippendorffAlpha());
        Map<String, Optional<Boolean>> hits = new LinkedHashMap<>();
        for (int i = 0; i < TOGETHER.size(); i++) {
            String name = TOGETHER.get(i);
            Quantity number = numbers.get(i);
            Function<Map<String, Double>, Optional<Boolean>> covered =
                    of -> Optional.ofNullable(of.get(name)).flatMap(value -> Rates.covers(number, value));
            hits.put(name + ", of the models", covered.apply(truth));
            hits.put(name + ", at this n", covered.apply(means));
        }
        return hits;
    }
}
