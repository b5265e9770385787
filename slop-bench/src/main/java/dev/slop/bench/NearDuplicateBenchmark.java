package dev.slop.bench;

import dev.slop.metrics.grouping.AnswerGrouping;
import info.debatty.java.stringsimilarity.NormalizedLevenshtein;
import java.util.List;
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

/** Grouping joke-like texts of about 120 characters: slop, and every pair through java-string-similarity. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class NearDuplicateBenchmark {
    /** Number of texts; a tenth as many are different jokes. */
    @Param({"200", "1000"})
    public int texts;

    private List<String> jokes = List.of();

    /** Writes the jokes. */
    @Setup
    public void write() {
        jokes = JokeTexts.generate(texts, texts / 10, 42).texts();
    }

    /** {@return number of groups by slop} */
    @Benchmark
    public int slop() {
        return AnswerGrouping.nearDuplicate().group(jokes).labels().size();
    }

    /** {@return number of groups when each text joins all groups that hold one alike} */
    @Benchmark
    public int allPairs() {
        NormalizedLevenshtein measure = new NormalizedLevenshtein();
        int[] group = new int[jokes.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            for (int j = 0; j < i; j++) {
                if (measure.similarity(jokes.get(i), jokes.get(j)) >= 0.8) {
                    merge(group, group[j], group[i], i);
                }
            }
        }
        return (int) java.util.Arrays.stream(group).distinct().count();
    }

    private static void merge(int[] group, int kept, int gone, int last) {
        for (int i = 0; i <= last; i++) {
            if (group[i] == gone) {
                group[i] = kept;
            }
        }
    }
}
