package dev.slop.bench;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.diversity.EntropyEstimator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.Frequency;
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

/** Counting answers and their plug-in entropy in bits: slop, a HashMap loop, Guava and Commons Math. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CountingBenchmark {
    /** Number of answers. */
    @Param({"10000", "1000000", "10000000"})
    public int answers;

    private List<String> texts = List.of();

    /** Draws the answers. */
    @Setup
    public void draw() {
        texts = new ZipfAnswers(answers / 3, 1.1).texts(answers, 42);
    }

    /** {@return entropy by slop} */
    @Benchmark
    public double slop() {
        return EntropyEstimator.plugIn().bits(FrequencyTable.of(texts).counts());
    }

    /** {@return entropy by what a user would write first} */
    @Benchmark
    public double hashMapLoop() {
        Map<String, Long> counts = new HashMap<>();
        for (String text : texts) {
            counts.merge(text, 1L, Long::sum);
        }
        double entropy = 0;
        for (long count : counts.values()) {
            double share = (double) count / texts.size();
            entropy -= share * Math.log(share);
        }
        return entropy / Math.log(2);
    }

    /** {@return entropy by the counts of Guava} */
    @Benchmark
    public double guavaMultiset() {
        Multiset<String> counts = HashMultiset.create(texts);
        double entropy = 0;
        for (Multiset.Entry<String> answer : counts.entrySet()) {
            double share = (double) answer.getCount() / counts.size();
            entropy -= share * Math.log(share);
        }
        return entropy / Math.log(2);
    }

    /** {@return entropy by the counts of Commons Math} */
    @Benchmark
    public double commonsMathFrequency() {
        Frequency counts = new Frequency();
        texts.forEach(counts::addValue);
        double entropy = 0;
        for (var values = counts.valuesIterator(); values.hasNext(); ) {
            double share = counts.getPct(values.next());
            entropy -= share * Math.log(share);
        }
        return entropy / Math.log(2);
    }
}
