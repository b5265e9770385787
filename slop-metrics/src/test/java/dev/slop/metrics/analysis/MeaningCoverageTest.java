package dev.slop.metrics.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.MeanCosine;
import dev.slop.metrics.vector.VendiScore;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Intervals of 95 % hold the truth of mixtures of meanings: one that is always the same but for a rare other one, one of
 * five, one of fifty. 300 samples a case; 88 % is more than four standard errors below 95 %.
 */
final class MeaningCoverageTest {
    private static final int SAMPLES = 300;
    private static final int DIMENSION = 12;

    @ParameterizedTest
    @CsvSource({"2, 0.95, 5", "2, 0.95, 20", "5, 0.3, 5", "5, 0.3, 20", "50, 0.05, 5", "50, 0.05, 20"})
    void intervals_holdTheirLevel(int meanings, double first, int n) {
        Mixture mixture = new Mixture(meanings, first, new Random(11));
        // The mean cosine is unbiased; the Vendi score is that of samples of this size.
        double cosine = mixture.mean(n, texts -> MeanCosine.within(texts).orElseThrow());
        double vendi = mixture.mean(n, VendiScore.ofOrder(1)::of);
        int heldCosine = 0;
        int heldVendi = 0;
        for (int i = 0; i < SAMPLES; i++) {
            MeaningPoints sample = MeaningPoints.of(mixture.draw(n), ones(n));
            heldCosine += holds(sample.meanCosine(0.95), cosine);
            heldVendi += holds(sample.vendi(0.95), vendi);
        }

        assertThat(List.of(heldCosine, heldVendi)).allMatch(held -> held >= 0.88 * SAMPLES);
    }

    private static int holds(Quantity quantity, double truth) {
        return quantity instanceof Estimate e && e.lower() <= truth && truth <= e.upper() ? 1 : 0;
    }

    private static long[] ones(int n) {
        long[] ones = new long[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Answers near one of several points, the first of which has a share of its own. */
    private static final class Mixture {
        private final float[][] centres;
        private final double first;
        private final Random random;

        Mixture(int meanings, double first, Random random) {
            this.centres = new float[meanings][DIMENSION];
            this.first = first;
            this.random = random;
            for (float[] centre : centres) {
                for (int j = 0; j < DIMENSION; j++) {
                    centre[j] = (float) random.nextGaussian() + (j == 0 ? 1 : 0);
                }
            }
        }

        Embeddings draw(int n) {
            return Embeddings.of(IntStream.range(0, n).mapToObj(i -> answer()).toList());
        }

        private float[] answer() {
            boolean usual = random.nextDouble() < first;
            float[] row = centres[usual ? 0 : 1 + random.nextInt(centres.length - 1)].clone();
            for (int j = 0; j < DIMENSION; j++) {
                row[j] += (float) (0.1 * random.nextGaussian());
            }
            return row;
        }

        double mean(int n, ToDoubleFunction<Embeddings> measure) {
            return IntStream.range(0, 1_000)
                    .mapToDouble(i -> measure.applyAsDouble(draw(n)))
                    .average()
                    .orElseThrow();
        }
    }
}
