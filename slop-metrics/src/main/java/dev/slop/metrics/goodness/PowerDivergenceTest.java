package dev.slop.metrics.goodness;

import dev.slop.metrics.TestResult;
import java.util.OptionalDouble;

/**
 * Tests whether answers come from a stated distribution, by a statistic of the power divergence family, 2/(λ(λ + 1)) Σ
 * O<sub>i</sub>((O<sub>i</sub>/E<sub>i</sub>)<sup>λ</sup> − 1), with the expected counts E<sub>i</sub> =
 * nq<sub>i</sub>. Immutable.
 *
 * <p>The p-value is that of the chi-square distribution with cells − 1 degrees of freedom where every expected count is
 * at least 5 and the statistic is finite, and else (1 + #{simulated ≥ observed})/(B + 1) of B simulated samples; {@link
 * TestResult#method} says which. Simulation draws B = 9999 samples, fewer (never below 99) where they would take more
 * than 2<sup>28</sup> draws, and is not attempted from 10<sup>7</sup> answers on: the method then names the smallest
 * expected count.
 *
 * <ul>
 *   <li>No answers within the cells: {@link IllegalArgumentException}.
 *   <li>One cell: statistic 0, p-value 1.
 *   <li>A cell without answers and λ ≤ −1: the statistic is infinite.
 * </ul>
 *
 * <p>Source: Cressie and Read (1984), Journal of the Royal Statistical Society B 46.
 */
public final class PowerDivergenceTest {
    private static final double SMALLEST_ASYMPTOTIC = 5;
    private static final double LARGEST_POWER = 20;
    private static final int DEFAULT_RESAMPLES = 9999;
    private static final int FEWEST_RESAMPLES = 99;
    private static final long MOST_DRAWS = 1 << 28;
    private static final long MOST_SIMULATED_ANSWERS = 10_000_000;

    private static final TestResult ONE_CELL =
            new TestResult(0, OptionalDouble.of(0), 1, 0, "one cell: nothing to test");

    private final Divergence divergence;
    private final int resamples;
    private final long seed;

    private PowerDivergenceTest(Divergence divergence, int resamples, long seed) {
        this.divergence = divergence;
        this.resamples = resamples;
        this.seed = seed;
    }

    /**
     * {@return the test of a power}
     *
     * @param lambda the power, in [−20, 20]
     * @throws IllegalArgumentException if it is outside
     */
    public static PowerDivergenceTest of(double lambda) {
        if (!(Math.abs(lambda) <= LARGEST_POWER)) {
            throw new IllegalArgumentException("lambda must be in [-20, 20]: " + lambda);
        }
        return new PowerDivergenceTest(new Divergence(lambda), DEFAULT_RESAMPLES, 1);
    }

    /** {@return Pearson's chi-square test, Σ (O − E)²/E; λ = 1} */
    public static PowerDivergenceTest chiSquare() {
        return of(Divergence.CHI_SQUARE);
    }

    /** {@return the likelihood-ratio or G-test, 2 Σ O ln(O/E); λ = 0} */
    public static PowerDivergenceTest g() {
        return of(Divergence.LOG_LIKELIHOOD);
    }

    /** {@return the test that Cressie and Read recommend; λ = 2/3} */
    public static PowerDivergenceTest cressieRead() {
        return of(2.0 / 3);
    }

    /** {@return the Freeman–Tukey test; λ = −1/2} */
    public static PowerDivergenceTest freemanTukey() {
        return of(-0.5);
    }

    /** {@return Neyman's test, Σ (O − E)²/O; λ = −2} */
    public static PowerDivergenceTest neyman() {
        return of(-2);
    }

    /**
     * {@return this test with another simulation, where one is needed}
     *
     * @param samples B, the number of simulated samples
     * @param randomSeed equal seeds give equal p-values
     * @throws IllegalArgumentException if B is not positive
     */
    public PowerDivergenceTest withMonteCarlo(int samples, long randomSeed) {
        if (samples < 1) {
            throw new IllegalArgumentException("number of simulated samples must be positive: " + samples);
        }
        return new PowerDivergenceTest(divergence, samples, randomSeed);
    }

    /**
     * {@return the statistic of counts held against equal probabilities}
     *
     * @param counts of all cells, those without answers too
     * @throws IllegalArgumentException if there is no answer, or a count is negative
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    public double statistic(long[] counts) {
        return statistic(CellCounts.viewOf(counts));
    }

    /**
     * {@return the statistic}
     *
     * @param counts held against the distribution
     * @throws IllegalArgumentException if no answer is within the cells
     */
    public double statistic(CellCounts counts) {
        double n = requireAnswers(counts);
        double unlisted = divergence.emptyCells(n * counts.unlistedShare());
        boolean plain = divergence.lambda() == Divergence.CHI_SQUARE && counts.equalShares();
        return unlisted + (plain ? sumOfSquares(counts, n / counts.cells()) : sumOverCells(counts, n));
    }

    /**
     * Tests counts against equal probabilities.
     *
     * @param counts of all cells, those without answers too
     * @return the statistic and its p-value
     * @throws IllegalArgumentException if there is no answer, or a count is negative
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    public TestResult test(long[] counts) {
        return test(CellCounts.viewOf(counts));
    }

    /**
     * Tests counts against the distribution that they are held against.
     *
     * @param counts of the cells
     * @return the statistic and its p-value
     * @throws IllegalArgumentException if no answer is within the cells
     */
    public TestResult test(CellCounts counts) {
        double statistic = statistic(counts);
        if (counts.cells() == 1) {
            return ONE_CELL;
        }
        double smallest = counts.smallestExpected();
        if (smallest >= SMALLEST_ASYMPTOTIC && statistic < Double.POSITIVE_INFINITY) {
            return asymptotic(statistic, counts.cells() - 1, "chi-square distribution");
        }
        return counts.inside() > MOST_SIMULATED_ANSWERS
                ? asymptotic(
                        statistic,
                        counts.cells() - 1,
                        "chi-square distribution, although the smallest expected count is " + smallest)
                : simulated(statistic, counts);
    }

    /**
     * Tests counts by the chi-square distribution, whatever the expected counts: where these are small the p-value is a
     * rough one, but its logarithm says how far the answers are where a simulation can only say "never".
     *
     * @param counts of the cells
     * @return the statistic and its p-value
     * @throws IllegalArgumentException if no answer is within the cells
     */
    public TestResult asymptotic(CellCounts counts) {
        double statistic = statistic(counts);
        return counts.cells() == 1
                ? ONE_CELL
                : asymptotic(
                        statistic,
                        counts.cells() - 1,
                        "chi-square distribution, smallest expected count " + counts.smallestExpected());
    }

    private static TestResult asymptotic(double statistic, int degreesOfFreedom, String method) {
        double lnP = ChiSquareTail.lnSurvival(statistic, degreesOfFreedom);
        return new TestResult(
                statistic, OptionalDouble.of(degreesOfFreedom), Math.exp(lnP), lnP / Math.log(10), method);
    }

    private TestResult simulated(double statistic, CellCounts counts) {
        int b = samplesFor(counts.inside());
        double p = (1.0 + new NullSimulation(divergence, counts).atLeastAsFar(b, seed)) / (b + 1.0);
        return new TestResult(
                statistic,
                OptionalDouble.of(counts.cells() - 1),
                p,
                Math.log10(p),
                "Monte Carlo, B = " + b + ", seed " + seed);
    }

    /** B, cut so that large samples do not take minutes. */
    int samplesFor(long answers) {
        return (int) Math.min(resamples, Math.max(FEWEST_RESAMPLES, MOST_DRAWS / answers));
    }

    static double requireAnswers(CellCounts counts) {
        if (counts.inside() == 0) {
            throw new IllegalArgumentException("no answers within the cells of the distribution");
        }
        return counts.inside();
    }

    private double sumOverCells(CellCounts counts, double n) {
        double sum = 0;
        for (int i = 0; i < counts.listed(); i++) {
            sum += divergence.cell((double) counts.count(i), n * counts.share(i));
        }
        return sum;
    }

    /** Two sums side by side: a single one waits for each addition, which at a million cells is most of the time. */
    private static double sumOfSquares(CellCounts counts, double expected) {
        double even = 0;
        double odd = 0;
        int last = counts.listed() - 1;
        for (int i = 0; i < last; i += 2) {
            double first = counts.count(i) - expected;
            double second = counts.count(i + 1) - expected;
            even += first * first;
            odd += second * second;
        }
        double left = last % 2 == 0 ? counts.count(last) - expected : 0;
        return (even + odd + left * left) / expected;
    }
}
