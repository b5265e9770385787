package dev.slop.metrics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeds are fixed, so nothing here fails by chance; a fresh seed would with probability 0.001 a chi-square test. */
class SamplersTest {
    private static final int DRAWS = 20_000;

    @ParameterizedTest
    @CsvSource({"1, .5", "10, .3", "1000, .004", "50, .4", "1000, .5", "1000, .93", "100000, .02", "7, 1", "7, 0"})
    void binomial_followsItsDistribution(int trials, double probability) {
        SplittableRandom random = new SplittableRandom(7);
        BinomialDistribution expected = new BinomialDistribution(null, trials, probability);
        assertFollows(() -> (int) BinomialSampler.draw(random, trials, probability), expected::probability, trials);
    }

    @Test
    void binomial_ofVeryManyTrials_hasMeanAndDeviation() {
        SplittableRandom random = new SplittableRandom(3);
        double trials = 1e15;
        double deviation = Math.sqrt(trials * .3 * .7);
        double[] z = random.longs(DRAWS)
                .mapToDouble(any -> (BinomialSampler.draw(random, (long) trials, .3) - .3 * trials) / deviation)
                .toArray();
        assertThat(Arrays.stream(z).average().orElseThrow()).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
        assertThat(Arrays.stream(z).map(x -> x * x).average().orElseThrow())
                .isCloseTo(1, within(4 * Math.sqrt(2.0 / DRAWS)));
    }

    @ParameterizedTest
    @CsvSource({".2", "1", "9.7", "400"})
    void poisson_followsItsDistribution(double mean) {
        SplittableRandom random = new SplittableRandom(11);
        PoissonTable table = PoissonTable.of(mean);
        PoissonDistribution expected = new PoissonDistribution(null, mean, 1e-12, 10_000);
        assertFollows(() -> (int) table.draw(random), expected::probability, (int) (4 * mean + 20));
    }

    @Test
    void alias_followsWeights_andNeverDrawsZeros() {
        double[] weights = {0, 5, 1, 0, .5, 3, 0};
        AliasTable table = AliasTable.of(weights);
        SplittableRandom random = new SplittableRandom(5);
        assertFollows(() -> table.draw(random), i -> weights[i] / 9.5, weights.length - 1);
    }

    static Stream<Arguments> resamplers() {
        long[] counts = new long[60];
        Arrays.setAll(counts, i -> i % 7 == 0 ? 0 : 1 + 900 / (i + 1));
        return Stream.<Function<long[], Resampler>>of(CodeResampler::new, PoissonResampler::new, BinomialResampler::new)
                .map(method -> Arguments.of(method, counts));
    }

    @ParameterizedTest
    @MethodSource("resamplers")
    void everyResampler_drawsAMultinomial(Function<long[], Resampler> method, long[] counts) {
        Resampler resampler = method.apply(counts);
        long n = Arrays.stream(counts).sum();
        SplittableRandom random = new SplittableRandom(13);
        long[] into = new long[counts.length];
        long[][] observed = new long[3][(int) n + 1];
        double product = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            resampler.draw(random, into);
            assertThat(Arrays.stream(into).sum()).isEqualTo(n);
            observed[0][(int) into[1]]++;
            observed[1][(int) into[20]]++;
            observed[2][(int) into[59]]++;
            product += (into[1] - counts[1]) * (into[2] - counts[2]);
        }
        int[] cells = {1, 20, 59};
        for (int i = 0; i < cells.length; i++) {
            BinomialDistribution marginal = new BinomialDistribution(null, (int) n, (double) counts[cells[i]] / n);
            assertFits(observed[i], marginal::probability);
        }
        // covariance of two cells: -n p q
        double covariance = -(double) counts[1] * counts[2] / n;
        double deviation = Math.sqrt((double) counts[1] * counts[2] / DRAWS);
        assertThat(product / DRAWS).isCloseTo(covariance, within(4 * deviation));
    }

    @Test
    void cheapestMethod_isChosen() {
        assertThat(Resampler.of(new long[] {100, 20, 20, 10})).isInstanceOf(CodeResampler.class);
        assertThat(Resampler.of(new long[] {100_000_000L, 50})).isInstanceOf(BinomialResampler.class);
        long[] many = LongStream.range(0, 5_000).map(i -> 1 + 100_000 / (i + 1)).toArray();
        assertThat(Resampler.of(many)).isInstanceOf(PoissonResampler.class);
        assertThat(Resampler.of(new long[3]).total).isZero();
    }

    @Test
    void bothRelabellings_dealHypergeometric() {
        long[][] samples = {{30, 10, 0, 5}, {50, 2, 9, 9}, {10, 40, 20, 15}};
        for (Relabelling relabelling :
                new Relabelling[] {new ShuffleRelabelling(samples), new ThinningRelabelling(samples)}) {
            SplittableRandom random = new SplittableRandom(17);
            long[][] dealt = new long[3][4];
            long[][] observed = new long[3][91];
            for (int draw = 0; draw < DRAWS; draw++) {
                relabelling.deal(random, dealt);
                for (int row = 0; row < 3; row++) {
                    assertThat(Arrays.stream(dealt[row]).sum())
                            .isEqualTo(Arrays.stream(samples[row]).sum());
                    observed[row][(int) dealt[row][0]]++;
                }
                assertThat(dealt[0][1] + dealt[1][1] + dealt[2][1]).isEqualTo(52);
            }
            for (int row = 0; row < 3; row++) {
                int size = (int) Arrays.stream(samples[row]).sum();
                assertFits(observed[row], new HypergeometricDistribution(null, 200, 90, size)::probability);
            }
        }
    }

    @Test
    void relabelling_ofManyAnswers_isByCell() {
        assertThat(Relabelling.of(new long[][] {{1_000_000_000L, 5}, {3, 1_000_000_000L}}))
                .isInstanceOf(ThinningRelabelling.class);
        assertThat(Relabelling.of(new long[][] {{10, 5}, {3, 10}})).isInstanceOf(ShuffleRelabelling.class);
    }

    private interface Draw {
        int next();
    }

    private static void assertFollows(Draw draw, Function<Integer, Double> probability, int largest) {
        long[] observed = new long[largest + 1];
        for (int i = 0; i < DRAWS; i++) {
            observed[draw.next()]++;
        }
        assertFits(observed, probability);
    }

    /** Chi-square test over cells that expect at least 10, all others in one. */
    private static void assertFits(long[] observed, Function<Integer, Double> probability) {
        double[] expected = new double[observed.length + 1];
        long[] counts = new long[observed.length + 1];
        int cells = 0;
        double rest = 1;
        long restCount = 0;
        for (int i = 0; i < observed.length; i++) {
            double p = probability.apply(i);
            if (p * DRAWS >= 10) {
                expected[cells] = p;
                counts[cells++] = observed[i];
                rest -= p;
            } else {
                assertThat(p > 0 || observed[i] == 0).isTrue();
                restCount += observed[i];
            }
        }
        if (rest * DRAWS >= 1) {
            expected[cells] = rest;
            counts[cells++] = restCount;
        }
        if (cells > 1) {
            double p = new ChiSquareTest().chiSquareTest(Arrays.copyOf(expected, cells), Arrays.copyOf(counts, cells));
            assertThat(p).isGreaterThan(.001);
        }
    }
}
