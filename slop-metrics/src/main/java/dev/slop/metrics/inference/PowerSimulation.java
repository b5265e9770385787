package dev.slop.metrics.inference;

import dev.slop.metrics.Estimate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * How many answers it takes to tell two models apart: the power of the label-permutation test, by simulation. Data sets
 * of n answers a model are drawn from two assumed distributions, for example the shares of a pilot run, and each is
 * tested with 199 deals; power is the share of them that reject. Immutable; repeatable by its seed.
 *
 * <p>A pilot's shares leave out what it did not see and make two models look more different than they are, so the
 * answer is a lower bound in spirit.
 */
public final class PowerSimulation {
    private static final int DEALS = 199;

    private final double alpha;
    private final int simulations;
    private final long seed;

    private PowerSimulation(double alpha, int simulations, long seed) {
        if (!(alpha > 0 && alpha < 1) || simulations < 1) {
            throw new IllegalArgumentException(
                    "alpha must be in (0, 1), simulations positive: " + alpha + ", " + simulations);
        }
        this.alpha = alpha;
        this.simulations = simulations;
        this.seed = seed;
    }

    /** {@return significance level 0.05, 500 simulated data sets, seed 1} */
    public static PowerSimulation withDefaults() {
        return new PowerSimulation(0.05, 500, 1);
    }

    /**
     * {@return the same at another significance level}
     *
     * @param alpha in (0, 1)
     */
    public PowerSimulation withAlpha(double alpha) {
        return new PowerSimulation(alpha, simulations, seed);
    }

    /**
     * {@return the same with another number of simulated data sets}
     *
     * @param simulations positive
     */
    public PowerSimulation withSimulations(int simulations) {
        return new PowerSimulation(alpha, simulations, seed);
    }

    /**
     * {@return the same with other randomness}
     *
     * @param seed of the generator
     */
    public PowerSimulation withSeed(long seed) {
        return new PowerSimulation(alpha, simulations, seed);
    }

    /**
     * A number of answers that suffices.
     *
     * @param answers of each model
     * @param power of the test with so many
     */
    public record SampleSize(int answers, Estimate power) {}

    /**
     * Simulates the power.
     *
     * @param p shares of one model's answers, or their counts
     * @param q of the other, same cells
     * @param answers of each model, positive
     * @param distance of two rows of counts, the larger the further apart
     * @return probability of rejecting, with its Wilson interval over the simulated data sets
     * @throws IllegalArgumentException if the cells differ, a share is negative or not finite, or all are 0
     */
    public Estimate power(double[] p, double[] q, int answers, ToDoubleBiFunction<long[], long[]> distance) {
        requireShares(p, q);
        if (answers < 1) {
            throw new IllegalArgumentException("answers must be positive: " + answers);
        }
        AliasTable first = AliasTable.of(p);
        AliasTable second = AliasTable.of(q);
        double[] rejections =
                Replicates.run(simulations, seed, 1, (long) DEALS * (answers + p.length), () -> (random, into) -> {
                    long[] a = new long[p.length];
                    long[] b = new long[p.length];
                    for (int i = 0; i < answers; i++) {
                        a[first.draw(random)]++;
                        b[second.draw(random)]++;
                    }
                    PermutationTest test =
                            PermutationTest.withDefaults().withResamples(DEALS).withSeed(random.nextLong());
                    into[0] = test.test(a, b, distance)
                                    .filter(result -> result.rejects(alpha))
                                    .isPresent()
                            ? 1
                            : 0;
                })[0];
        return rejected(Arrays.stream(rejections).mapToLong(Math::round).sum());
    }

    /**
     * Searches the smallest number of answers with the wanted power, by doubling and bisection.
     *
     * @param p shares of one model's answers, or their counts
     * @param q of the other, same cells
     * @param power wanted, in (0, 1), for example 0.8
     * @param most answers of each model to try
     * @param distance of two rows of counts, the larger the further apart
     * @return the number, empty if even the most do not suffice
     */
    public Optional<SampleSize> answersNeeded(
            double[] p, double[] q, double power, int most, ToDoubleBiFunction<long[], long[]> distance) {
        int low = 1;
        int high = Math.min(4, most);
        Estimate at = power(p, q, high, distance);
        while (at.value() < power && high < most) {
            low = high;
            high = Math.min(most, 2 * high);
            at = power(p, q, high, distance);
        }
        if (at.value() < power) {
            return Optional.empty();
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            Estimate there = power(p, q, middle, distance);
            if (there.value() >= power) {
                high = middle;
                at = there;
            } else {
                low = middle;
            }
        }
        return Optional.of(new SampleSize(high, at));
    }

    private Estimate rejected(long rejections) {
        return (Estimate) BinomialInterval.share(rejections, simulations, 0.95);
    }

    private static void requireShares(double[] p, double[] q) {
        if (p.length != q.length) {
            throw new IllegalArgumentException("shares of " + p.length + " and of " + q.length + " cells");
        }
        for (double[] shares : new double[][] {p, q}) {
            double sum = 0;
            for (double share : shares) {
                if (!(share >= 0)) {
                    throw new IllegalArgumentException("share must not be negative: " + share);
                }
                sum += share;
            }
            if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("shares must have a positive sum: " + sum);
            }
        }
    }
}
