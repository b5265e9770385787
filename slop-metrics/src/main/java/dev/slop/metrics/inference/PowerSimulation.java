package dev.slop.metrics.inference;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.TestResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

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
        return power(p, q, answers, (test, a, b) -> test.test(a, b, distance));
    }

    private Estimate power(double[] p, double[] q, int answers, Tester tester) {
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
                    into[0] = tester.test(test, a, b)
                                    .filter(result -> result.rejects(alpha))
                                    .isPresent()
                            ? 1
                            : 0;
                })[0];
        return rejected(Arrays.stream(rejections).mapToLong(Math::round).sum());
    }

    /**
     * Searches the smallest number of answers with the wanted power, by doubling and bisection, to 5 %: the power itself
     * is not known better.
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
        return search(n -> power(p, q, n, distance), power, 1, Math.min(4, most), most);
    }

    /**
     * Searches the number of answers that would tell two models apart, going by a pilot sample of each.
     *
     * <p>Samples of one model differ too, so the pilot's shares p and q are further apart than the models'. They are
     * drawn towards the pooled shares m, p' = m + λ(p − m) and q' likewise, with λ² = (d − d₀)/d, d the distance of the
     * samples and d₀ its mean over {@value #DEALS} deals of the labels: for a distance that grows as the square of λ, as the
     * Jensen–Shannon divergence does, what is left is the distance beyond chance.
     *
     * @param a counts of one pilot sample
     * @param b counts of the other, same cells
     * @param power wanted, in (0, 1), for example 0.8
     * @param most answers of each model to try
     * @param distance what a cell adds to the distance
     * @return the number, no less than the larger pilot's; empty if even the most do not suffice, a sample is empty, or the
     *     samples are no further apart than chance would have them
     */
    public Optional<SampleSize> answersNeeded(long[] a, long[] b, double power, int most, CellDistance distance) {
        long answersA = Arrays.stream(a).sum();
        long answersB = Arrays.stream(b).sum();
        long larger = Math.max(answersA, answersB);
        if (Math.min(answersA, answersB) == 0 || larger > most) {
            return Optional.empty();
        }
        double kept = Math.sqrt(beyondChance(new long[][] {a, b}, distance));
        if (!(kept > 0)) {
            return Optional.empty();
        }
        double[] p = new double[a.length];
        double[] q = new double[a.length];
        for (int cell = 0; cell < a.length; cell++) {
            double pooled = (double) (a[cell] + b[cell]) / (answersA + answersB);
            p[cell] = pooled + kept * ((double) a[cell] / answersA - pooled);
            q[cell] = pooled + kept * ((double) b[cell] / answersB - pooled);
        }
        Tester tester = (test, x, y) -> test.test(x, y, distance);
        return search(n -> power(p, q, n, tester), power, (int) larger - 1, (int) larger, most);
    }

    /** {@return the share of the distance that dealt labels do not show; not positive where they show as much} */
    private double beyondChance(long[][] samples, CellDistance distance) {
        ToDoubleFunction<long[][]> statistic = CellTerms.statistic(samples, distance, DEALS);
        double[] dealt = Replicates.run(DEALS, seed, 1, samples[0].length, () -> {
            Relabelling relabelling = Relabelling.of(samples);
            long[][] into = new long[2][samples[0].length];
            return (random, value) -> {
                relabelling.deal(random, into);
                value[0] = statistic.applyAsDouble(into);
            };
        })[0];
        return 1 - Arrays.stream(dealt).average().orElseThrow() / statistic.applyAsDouble(samples);
    }

    /** Tests two simulated samples. */
    @FunctionalInterface
    private interface Tester {
        Optional<TestResult> test(PermutationTest test, long[] a, long[] b);
    }

    private static Optional<SampleSize> search(
            IntFunction<Estimate> powers, double power, int below, int first, int most) {
        int low = below;
        int high = first;
        Estimate at = powers.apply(high);
        while (at.value() < power && high < most) {
            low = high;
            high = Math.min(most, 2 * high);
            at = powers.apply(high);
        }
        if (at.value() < power) {
            return Optional.empty();
        }
        while (high - low > Math.max(1, high / 20)) {
            int middle = (low + high) >>> 1;
            Estimate there = powers.apply(middle);
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
