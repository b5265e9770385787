package dev.slop.bench;

import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.goodness.Target;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.overlap.OverlapMeasure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Two models whose distributions are known.
 *
 * @param a of the first
 * @param b of the second; the same where the null is to be true
 */
record ModelPair(Population a, Population b) {
    /** Samples that a mean is taken over: its error is a 140th of what one sample varies by. */
    private static final int SAMPLES = 20_000;

    static List<ModelPair> all() {
        Population flat = Population.flat(20);
        Population zipf = Population.zipf(50);
        Population dominated = Population.dominated(0.9, 10);
        return List.of(
                new ModelPair(flat, flat),
                new ModelPair(zipf, zipf),
                new ModelPair(dominated, dominated),
                new ModelPair(zipf, zipf.shifted(3)),
                new ModelPair(flat, zipf),
                new ModelPair(dominated, zipf));
    }

    boolean alike() {
        return a == b;
    }

    /** {@return what a table calls it} */
    String name() {
        return alike() ? "twice " + a.name() : a.name() + " · " + b.name();
    }

    /**
     * {@return the mean of each measure over pairs of samples of n answers}
     *
     * @param n answers of each
     * @param measures which
     */
    Map<OverlapMeasure, Double> means(int n, List<OverlapMeasure> measures) {
        int cells = Math.max(a.kinds(), b.kinds());
        SplittableRandom[] randoms = new SplittableRandom[SAMPLES];
        SplittableRandom seeds = new SplittableRandom(n);
        for (int i = 0; i < SAMPLES; i++) {
            randoms[i] = seeds.split();
        }
        double[] sums = IntStream.range(0, SAMPLES)
                .parallel()
                .mapToObj(i -> {
                    long[] x = a.draw(n, cells, randoms[i]);
                    long[] y = b.draw(n, cells, randoms[i]);
                    return measures.stream()
                            .mapToDouble(measure -> measure.of(x, y).orElseThrow())
                            .toArray();
                })
                .reduce(new double[measures.size()], ModelPair::sum);
        Map<OverlapMeasure, Double> means = new EnumMap<>(OverlapMeasure.class);
        for (int i = 0; i < sums.length; i++) {
            means.put(measures.get(i), sums[i] / SAMPLES);
        }
        return means;
    }

    private static double[] sum(double[] x, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = x[i] + y[i];
        }
        return sum;
    }

    /**
     * {@return the answers of models to one prompt, the models taking turns between the two distributions; the target
     * says that the first is flat}
     *
     * @param models how many
     * @param n answers of each
     * @param seed of the draws
     */
    AnswerTable answers(int models, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> cells =
                IntStream.range(0, a.kinds()).mapToObj(ModelPair::text).toList();
        PromptSpec prompt = new PromptSpec(
                "data set " + seed,
                "",
                AnswerRules.text(),
                AnswerGrouping.exact(),
                isFlat() ? Optional.of(Target.uniform(cells)) : Optional.empty());
        List<Answer> answers = new ArrayList<>(models * n);
        for (int m = 0; m < models; m++) {
            Population population = m % 2 == 0 ? a : b;
            for (int i = 0; i < n; i++) {
                String text = text(population.draw(random));
                answers.add(new Answer(prompt.id(), "m" + m, Answer.DEFAULT_VARIANT, i, Outcome.ANSWERED, text));
            }
        }
        return new AnswerTable(List.of(prompt), answers);
    }

    private boolean isFlat() {
        return a.topShare() * a.kinds() < 1 + 1e-9;
    }

    private static String text(int answer) {
        return "a" + answer;
    }

    /** {@return the answer that a text stands for} */
    static int answer(String text) {
        return Integer.parseInt(text.substring(1));
    }
}
