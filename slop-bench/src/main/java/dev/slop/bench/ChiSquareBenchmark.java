package dev.slop.bench;

import dev.slop.metrics.TestResult;
import dev.slop.metrics.goodness.PowerDivergenceTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
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

/** Chi-square test of uniformity with its p-value, expected counts of 20: slop, and Commons Math. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChiSquareBenchmark {
    private static final int EXPECTED = 20;

    /** Number of cells. */
    @Param({"100", "10000", "1000000"})
    public int cells;

    private long[] counts = {};
    private double[] expected = {};

    /** Draws the counts. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(42);
        counts = new long[cells];
        for (int i = 0; i < cells * EXPECTED; i++) {
            counts[random.nextInt(cells)]++;
        }
        expected = new double[cells];
        Arrays.fill(expected, EXPECTED);
    }

    /** {@return the test by slop, with its decimal logarithm of p} */
    @Benchmark
    public TestResult slop() {
        return PowerDivergenceTest.chiSquare().test(counts);
    }

    /** {@return p by Commons Math} */
    @Benchmark
    public double commonsMath() {
        return new ChiSquareTest().chiSquareTest(expected, counts);
    }
}
