package dev.slop.bench;

import dev.slop.metrics.overlap.Association;
import dev.slop.metrics.overlap.ContingencyTable;
import dev.slop.metrics.overlap.DiversityPartition;
import dev.slop.metrics.overlap.KrippendorffAlpha;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Numbers that take several models together: of samples, their mean over samples of a size, and what endless samples
 * would show.
 *
 * @param pair distributions that the models take turns between
 * @param models how many
 */
record ManyModels(ModelPair pair, int models) {
    private static final int SAMPLES = 4_000;
    /** So many answers as good as endless. */
    private static final long ENDLESS = 1_000_000_000_000L;

    /** {@return by name, the numbers of a table; those that are undefined are left out} */
    static Map<String, Double> numbers(ContingencyTable table) {
        DiversityPartition partition = DiversityPartition.of(table, 1).orElseThrow();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("alpha", partition.alpha());
        numbers.put("beta", partition.beta());
        numbers.put("gamma", partition.gamma());
        add(numbers, "Cramér's V", Association.of(table).cramersVCorrected());
        add(numbers, "Krippendorff's alpha", KrippendorffAlpha.acrossModels(table));
        return numbers;
    }

    private static void add(Map<String, Double> numbers, String name, OptionalDouble number) {
        number.ifPresent(value -> numbers.put(name, value));
    }

    /** {@return the numbers of models that were asked without end} */
    Map<String, Double> endless() {
        long[][] counts = new long[models][cells()];
        for (int m = 0; m < models; m++) {
            Population population = population(m);
            for (int k = 0; k < population.kinds(); k++) {
                counts[m][k] = Math.round(population.share(k) * ENDLESS);
            }
        }
        return numbers(ContingencyTable.ofCounts(counts));
    }

    /** {@return the mean of the numbers over samples of n answers a model in which they are defined} */
    Map<String, Double> means(int n) {
        SplittableRandom random = new SplittableRandom(n);
        Map<String, double[]> sums = new LinkedHashMap<>();
        IntStream.range(0, SAMPLES)
                .mapToObj(i -> numbers(draw(n, random)))
                .forEach(numbers -> numbers.forEach((name, value) -> {
                    double[] sum = sums.computeIfAbsent(name, any -> new double[2]);
                    sum[0] += value;
                    sum[1]++;
                }));
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
        return means;
    }

    private ContingencyTable draw(int n, SplittableRandom random) {
        return ContingencyTable.ofCounts(IntStream.range(0, models)
                .mapToObj(m -> population(m).draw(n, cells(), random))
                .toArray(long[][]::new));
    }

    private Population population(int model) {
        return model % 2 == 0 ? pair.a() : pair.b();
    }

    private int cells() {
        return Math.max(pair.a().kinds(), pair.b().kinds());
    }
}
