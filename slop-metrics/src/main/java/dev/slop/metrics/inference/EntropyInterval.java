package dev.slop.metrics.inference;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.diversity.EntropyEstimator;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Interval for the Shannon entropy of a model, answers that it did not happen to give included. Immutable.
 *
 * <p>H ± z s, where H is the {@linkplain EntropyEstimator#chaoJost() Chao–Jost} estimate and s its standard deviation
 * over samples from the estimated distribution with unseen answers (Chao and Jost 2015), not from the sample alone. The
 * upper end is that of the sample with two further answers that nobody gave before, where this is higher: as Agresti and
 * Coull add z²/2 successes, about 2, to a binomial count before they trust its spread. So the interval has a width even
 * where all answers are equal, and a chance miss of rare answers does not pass for certainty.
 *
 * <p>No data bound how much entropy answers hold of which each is hardly ever given: where coverage is low and the tail
 * long, the truth lies above the interval more often than the level says.
 *
 * <p>Source: Chao, Wang and Jost, Methods in Ecology and Evolution 4 (2013) 1091; Chao and Jost, the same 6 (2015) 873;
 * Agresti and Coull, The American Statistician 52 (1998) 119.
 */
public final class EntropyInterval {
    private static final String METHOD = "Chao-Jost, bootstrap with unseen answers, upper end with two more, B = ";
    private static final EntropyEstimator ENTROPY = EntropyEstimator.chaoJost();
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final int resamples;
    private final double level;
    private final long seed;

    private EntropyInterval(int resamples, double level, long seed) {
        if (resamples < 2 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "resamples must be 2 or more, level in (0, 1): " + resamples + ", " + level);
        }
        this.resamples = resamples;
        this.level = level;
        this.seed = seed;
    }

    /** {@return 1,000 resamples, level 0.95, seed 1} */
    public static EntropyInterval withDefaults() {
        return new EntropyInterval(1_000, 0.95, 1);
    }

    /**
     * {@return the same with another number of resamples}
     *
     * @param resamples B, 2 or more
     */
    public EntropyInterval withResamples(int resamples) {
        return new EntropyInterval(resamples, level, seed);
    }

    /**
     * {@return the same at another confidence level}
     *
     * @param level in (0, 1)
     */
    public EntropyInterval withLevel(double level) {
        return new EntropyInterval(resamples, level, seed);
    }

    /**
     * {@return the same with other randomness}
     *
     * @param seed of the generator
     */
    public EntropyInterval withSeed(long seed) {
        return new EntropyInterval(resamples, level, seed);
    }

    /**
     * Estimates the entropy in bits.
     *
     * @param counts of the answers
     * @return the Chao–Jost estimate with its interval; unavailable for fewer than two answers
     * @throws IllegalArgumentException if a count is negative
     */
    public Quantity bits(long[] counts) {
        long answers = Arrays.stream(counts).sum();
        if (answers < 2) {
            return Quantity.unavailable(answers == 0 ? "no answers" : "one answer");
        }
        double value = ENTROPY.bits(counts);
        double half = half(counts);
        long[] further =
                LongStream.concat(Arrays.stream(counts), LongStream.of(1, 1)).toArray();
        double upper = Math.max(value + half, ENTROPY.bits(further) + half(further));
        return new Estimate(value, Math.max(0, value - half), upper, level, METHOD + resamples);
    }

    private double half(long[] counts) {
        return NORMAL.inverseCumulativeProbability((1 + level) / 2) * standardError(counts);
    }

    /** {@return the standard deviation of the estimate in bits} */
    double standardError(long[] counts) {
        Assemblage assemblage = Assemblage.of(counts);
        double[][] replicates = Replicates.run(resamples, seed, 1, work(counts, assemblage), () -> {
            Assemblage.Sample sample = assemblage.sample();
            return (random, into) -> into[0] = ENTROPY.bits(sample.next(random));
        });
        return Math.sqrt(StatUtils.variance(replicates[0]));
    }

    private static long work(long[] counts, Assemblage assemblage) {
        return Math.min(Arrays.stream(counts).sum(), 4L * assemblage.size()) + assemblage.size();
    }
}
