package dev.slop.bench;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.diversity.EntropyEstimator;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.Bounds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The 95 % percentile bootstrap interval of the plug-in entropy: slop, and what a user would write first and second. The
 * baselines are given few resamples where the sample is large: their time is proportional to the resamples.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BootstrapBenchmark {
    /** Number of answers. */
    @Param({"150", "1000000"})
    public int answers;

    /** Kinds of answers that can be drawn. */
    @Param({"20", "1000", "80000"})
    public int kinds;

    /** Resamples. */
    @Param({"10000"})
    public int resamples;

    private long[] counts = {};
    private int[] codes = {};

    /** Draws the answers. */
    @Setup
    public void draw() {
        counts = new ZipfAnswers(kinds, 1).counts(answers, 42);
        codes = new int[answers];
        int next = 0;
        for (int code = 0; code < counts.length; code++) {
            Arrays.fill(codes, next, next + (int) counts[code], code);
            next += (int) counts[code];
        }
    }

    /** {@return the interval by slop} */
    @Benchmark
    public Quantity slop() {
        return Bootstrap.withDefaults()
                .withMethod(Bootstrap.Method.PERCENTILE)
                .withResamples(resamples)
                .estimate(counts, Bounds.NOT_NEGATIVE, EntropyEstimator.plugIn()::nats);
    }

    /** {@return the ends of the interval from resampled answers that are counted in a map} */
    @Benchmark
    public double[] hashMapLoop() {
        SplittableRandom random = new SplittableRandom(42);
        double[] entropies = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            Map<Integer, Integer> drawn = new HashMap<>();
            for (int k = 0; k < codes.length; k++) {
                drawn.merge(codes[random.nextInt(codes.length)], 1, Integer::sum);
            }
            entropies[i] =
                    entropy(drawn.values().stream().mapToInt(Integer::intValue).toArray());
        }
        return interval(entropies);
    }

    /** {@return the ends of the interval from resampled codes that are counted in an array} */
    @Benchmark
    public double[] codesLoop() {
        SplittableRandom random = new SplittableRandom(42);
        double[] entropies = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            int[] drawn = new int[counts.length];
            for (int k = 0; k < codes.length; k++) {
                drawn[codes[random.nextInt(codes.length)]]++;
            }
            entropies[i] = entropy(drawn);
        }
        return interval(entropies);
    }

    private double entropy(int[] drawn) {
        double entropy = 0;
        for (int count : drawn) {
            double share = (double) count / answers;
            entropy -= count == 0 ? 0 : share * Math.log(share);
        }
        return entropy;
    }

    private double[] interval(double[] entropies) {
        Arrays.sort(entropies);
        return new double[] {entropies[(int) (0.025 * resamples)], entropies[(int) (0.975 * resamples)]};
    }
}
