package dev.slop.metrics.inference;

import dev.slop.metrics.TestResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Two-sided test that paired differences are symmetric about 0, by flipping their signs: valid however few they are and
 * whatever their distribution. The statistic is their mean. Up to {@value #EXACT} pairs p is the exact share of all sign
 * patterns at least as extreme, so it cannot be below 2/2<sup>pairs</sup>; above, p = (1 + patterns at least as extreme) /
 * (B + 1) over random ones.
 *
 * <p>Source: Fisher, The Design of Experiments (1935), section 21.
 */
public final class SignFlipTest {
    private static final int EXACT = 16;

    private SignFlipTest() {}

    /**
     * Tests differences.
     *
     * @param differences one a pair, finite
     * @param resamples B, positive; used above {@value #EXACT} pairs
     * @param seed of the generator
     * @return the result; empty without a difference, or where all are 0
     * @throws IllegalArgumentException if a difference is not finite, or resamples not positive
     */
    public static Optional<TestResult> test(double[] differences, int resamples, long seed) {
        if (resamples < 1 || !Arrays.stream(differences).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("differences must be finite, resamples positive: " + resamples);
        }
        if (Arrays.stream(differences).allMatch(d -> d == 0)) {
            return Optional.empty();
        }
        double sum = Arrays.stream(differences).sum();
        // Sums in another order may differ in the last digits; such a pattern is as extreme as what was observed.
        double threshold = Math.abs(sum)
                - 1e-12 * Arrays.stream(differences).map(Math::abs).sum();
        boolean exact = differences.length <= EXACT;
        double p = exact ? exact(differences, threshold) : random(differences, threshold, resamples, seed);
        return Optional.of(new TestResult(
                sum / differences.length,
                OptionalDouble.empty(),
                p,
                Math.log10(p),
                exact ? "exact sign flips of " + differences.length + " pairs" : "sign flips, B = " + resamples));
    }

    private static double exact(double[] differences, double threshold) {
        int patterns = 1 << differences.length;
        int extreme = 0;
        for (int pattern = 0; pattern < patterns; pattern++) {
            if (Math.abs(flipped(differences, pattern)) >= threshold) {
                extreme++;
            }
        }
        return (double) extreme / patterns;
    }

    private static double flipped(double[] differences, int pattern) {
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            sum += ((pattern >> i) & 1) == 0 ? differences[i] : -differences[i];
        }
        return sum;
    }

    private static double random(double[] differences, double threshold, int resamples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int extreme = 0;
        for (int b = 0; b < resamples; b++) {
            double sum = 0;
            for (double difference : differences) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            if (Math.abs(sum) >= threshold) {
                extreme++;
            }
        }
        return (1.0 + extreme) / (resamples + 1.0);
    }
}
