package dev.slop.bench;

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

/** Jaccard index of every pair of models: slop with and without its index, and sets of strings. */
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
    @Param({"1000", "10000"})
    public int answers;

    private List<Set<String>> sets = List.of();

    /** Draws the sets. */
    @Setup
    public void draw() {
        sets = AnswerSets.of(models, answers, 42);
    }

    /** {@return the sum of all indices by slop, from the sets of strings} */
    @Benchmark
    public double slop() {
        PairwiseJaccard jaccard = PairwiseJaccard.of(sets);
        double sum = 0;
        for (int a = 0; a < models; a++) {
            for (int b = a + 1; b < models; b++) {
                sum += jaccard.index(a, b).orElseThrow();
            }
        }
        return sum;
    }

    /** {@return the sum of all indices by what a user would write first} */
    @Benchmark
    public double hashSets() {
        double sum = 0;
        for (int a = 0; a < models; a++) {
            for (int b = a + 1; b < models; b++) {
                Set<String> shared = new HashSet<>(sets.get(a));
                shared.retainAll(sets.get(b));
                sum += (double) shared.size() / (2 * answers - shared.size());
            }
        }
        return sum;
    }
}
