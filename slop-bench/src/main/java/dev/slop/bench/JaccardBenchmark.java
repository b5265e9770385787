package dev.slop.bench;

import com.google.common.collect.Sets;
import dev.slop.metrics.overlap.PairwiseJaccard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * Jaccard index of every pair of models: slop, from strings and from numbers, HashSet and Guava. A hundred models of a million
 * answers need 12 GB; numbers alone 1 GB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class JaccardBenchmark {
    /** Number of models. */
    @Param({"10", "100"})
    public int models;

    /** Different answers of each. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int answers;

    /** The sets that are drawn, for all benchmarks but {@link #slopIds}. */
    @State(Scope.Benchmark)
    public static class Texts {
        private List<Set<String>> sets = List.of();

        /**
         * Draws the sets.
         *
         * @param benchmark says how many, how large
         */
        @Setup
        public void draw(JaccardBenchmark benchmark) {
            sets = AnswerSets.of(benchmark.models, benchmark.answers, 42);
        }
    }

    /** The sets as numbers. */
    @State(Scope.Benchmark)
    public static class Ids {
        private List<int[]> sets = List.of();

        /**
         * Draws the sets.
         *
         * @param benchmark says how many, how large
         */
        @Setup
        public void draw(JaccardBenchmark benchmark) {
            sets = AnswerSets.ids(benchmark.models, benchmark.answers, 42);
        }
    }

    /**
     * {@return the sum of all indices by slop, from the sets of strings}
     *
     * @param texts the sets
     */
    @Benchmark
    public double slop(Texts texts) {
        return sum(PairwiseJaccard.of(texts.sets));
    }

    /**
     * {@return the sum of all indices by slop, from answers that are numbered already}
     *
     * @param ids the sets
     */
    @Benchmark
    public double slopIds(Ids ids) {
        return sum(PairwiseJaccard.ofIds(ids.sets));
    }

    private double sum(PairwiseJaccard jaccard) {
        double sum = 0;
        for (int a = 0; a < models; a++) {
            for (int b = a + 1; b < models; b++) {
                sum += jaccard.index(a, b).orElseThrow();
            }
        }
        return sum;
    }

    /**
     * {@return the sum of all indices by what a user would write first}
     *
     * @param texts the sets
     */
    @Benchmark
    public double hashSets(Texts texts) {
        double sum = 0;
        for (int a = 0; a < models; a++) {
            for (int b = a + 1; b < models; b++) {
                Set<String> shared = new HashSet<>(texts.sets.get(a));
                shared.retainAll(texts.sets.get(b));
                sum += (double) shared.size() / (2 * answers - shared.size());
            }
        }
        return sum;
    }

    /**
     * {@return the sum of all indices by Guava's views}
     *
     * @param texts the sets
     */
    @Benchmark
    public double guavaSets(Texts texts) {
        double sum = 0;
        for (int a = 0; a < models; a++) {
            for (int b = a + 1; b < models; b++) {
                int shared =
                        Sets.intersection(texts.sets.get(a), texts.sets.get(b)).size();
                sum += (double) shared / (2 * answers - shared);
            }
        }
        return sum;
    }
}
