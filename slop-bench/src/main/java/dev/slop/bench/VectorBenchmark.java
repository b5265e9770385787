package dev.slop.bench;

import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.MeanCosine;
import dev.slop.metrics.vector.VendiScore;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
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

/** Vendi score and mean cosine of embeddings of 384 numbers: slop, Commons Math, and every pair in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class VectorBenchmark {
    private static final int DIMENSION = 384;

    /** Number of texts. */
    @Param({"1000", "10000"})
    public int texts;

    private List<float[]> rows = List.of();
    private Embeddings embeddings = Embeddings.of(List.of(new float[] {1}));

    /** Draws the rows. */
    @Setup
    public void draw() {
        Random random = new Random(42);
        rows = IntStream.range(0, texts).mapToObj(i -> row(random)).toList();
        embeddings = Embeddings.of(rows);
        rows = IntStream.range(0, texts).mapToObj(embeddings::row).toList();
    }

    private static float[] row(Random random) {
        float[] row = new float[DIMENSION];
        for (int j = 0; j < DIMENSION; j++) {
            row[j] = (float) random.nextGaussian() + (j == 0 ? 5 : 0);
        }
        return row;
    }

    /** {@return the Vendi score of order 1} */
    @Benchmark
    public double vendi() {
        return VendiScore.ofOrder(1).of(embeddings);
    }

    /** {@return the Vendi score of order 1 in dual form by Commons Math: product of matrices, then all eigenvalues} */
    @Benchmark
    public double vendiCommonsMath() {
        BlockRealMatrix matrix = new BlockRealMatrix(texts, DIMENSION);
        for (int i = 0; i < texts; i++) {
            for (int j = 0; j < DIMENSION; j++) {
                matrix.setEntry(i, j, rows.get(i)[j]);
            }
        }
        double[] spectrum = new EigenDecomposition(
                        matrix.transpose().multiply(matrix).scalarMultiply(1.0 / texts))
                .getRealEigenvalues();
        double entropy = 0;
        for (double share : spectrum) {
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }

    /** {@return the Vendi score of order 2, which needs no eigenvalues} */
    @Benchmark
    public double vendiOfOrderTwo() {
        return VendiScore.ofOrder(2).of(embeddings);
    }

    /** {@return the mean cosine by the closed form} */
    @Benchmark
    public double meanCosine() {
        return MeanCosine.within(embeddings).orElseThrow();
    }

    /** {@return the mean cosine of all pairs in turn} */
    @Benchmark
    public double meanCosineOfPairs() {
        double sum = 0;
        for (int i = 0; i < texts; i++) {
            for (int j = 0; j < i; j++) {
                sum += cosine(rows.get(i), rows.get(j));
            }
        }
        return sum / (texts * (texts - 1.0) / 2);
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
