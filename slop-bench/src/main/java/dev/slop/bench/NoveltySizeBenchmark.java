package dev.slop.bench;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Analyzer;
import dev.slop.metrics.analysis.AnswerTable;
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
 * The whole suite over as many answers as NoveltyBench has, with every interval and every test, by a JVM that has done
 * nothing before, with the collector that {@code slop measure} is started with: what a user waits for.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseParallelGC")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class NoveltySizeBenchmark {
    /** Number of models. */
    @Param("24")
    public int models;

    /** Number of prompts. */
    @Param("100")
    public int prompts;

    /** Answers of each model to each prompt. */
    @Param("10")
    public int samples;

    /** Resamples of every interval. */
    @Param("1000")
    public int resamples;

    private AnswerTable table = NoveltySizeAnswers.table(0, 0, 0, 0);

    /** Draws the answers. */
    @Setup
    public void draw() {
        table = NoveltySizeAnswers.table(models, prompts, samples, 42);
    }

    /** {@return the analysis} */
    @Benchmark
    public Analysis analyze() {
        return Analyzer.analyze(table, new AnalysisOptions(1, 0.95, resamples));
    }
}
