package dev.slop.metrics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.diversity.Simpson;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntropyIntervalTest {
    private static final double LN2 = Math.log(2);
    /** Spiders under girdled trees, Ellison et al. (2010), as in iNEXT. */
    private static final long[] GIRDLED = {
        46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
    };

    private static final EntropyInterval INTERVAL = EntropyInterval.withDefaults();

    @Test
    void girdled_isThatOfINext() {
        // iNEXT: Shannon diversity 2.627 nats, standard error .110; 20,000 resamples in numpy: .10898
        Estimate estimate = (Estimate) INTERVAL.bits(GIRDLED);
        assertThat(estimate.value()).isCloseTo(2.626569208644887 / LN2, within(1e-12));
        double error = INTERVAL.withResamples(20_000).standardError(GIRDLED) * LN2;
        assertThat(error).isCloseTo(.10898, within(.002));
        assertThat(estimate.value() - estimate.lower()).isCloseTo(1.96 * error / LN2, within(.03));
        assertThat(estimate.upper() - estimate.value()).isGreaterThanOrEqualTo(estimate.value() - estimate.lower());
    }

    @Test
    void assemblage_isThatOfINext() {
        // Chao and Jost (2015) in numpy: coverage .92886, 17.9 unseen answers, so 18 of equal share
        Assemblage assemblage = Assemblage.of(GIRDLED);
        assertThat(assemblage.size()).isEqualTo(44);
        assertThat(assemblage.share(0)).isCloseTo(46.0 / 168, within(1e-12));
        assertThat(assemblage.share(13)).isCloseTo(.008489192931760344, within(1e-14));
        assertThat(assemblage.share(14)).isCloseTo(.0012681162758506534, within(1e-14));
        assertThat(assemblage.share(43)).isCloseTo(.00395247562245574, within(1e-14));
        assertThat(IntStream.range(0, 44).mapToDouble(assemblage::share).sum()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void assemblage_drawsNByItsShares(long seed) {
        // The odd seeds are drawn answer by answer, the even ones cell by cell.
        long scale = seed % 2 == 0 ? 1_000 : 1;
        long[] counts = Arrays.stream(GIRDLED).map(count -> count * scale).toArray();
        Assemblage assemblage = Assemblage.of(counts);
        long n = Arrays.stream(counts).sum();
        SummaryStatistics agreement = new SummaryStatistics();
        SummaryStatistics distinct = new SummaryStatistics();
        SplittableRandom random = new SplittableRandom(seed);
        Assemblage.Sample sample = assemblage.sample();
        for (int i = 0; i < 400; i++) {
            long[] drawn = sample.next(random);
            assertThat(Arrays.stream(drawn).sum()).isEqualTo(n);
            agreement.addValue(Simpson.unbiased().of(drawn));
            distinct.addValue(
                    (double) Arrays.stream(drawn).filter(count -> count > 0).count());
        }
        DoubleStream shares = IntStream.range(0, assemblage.size()).mapToDouble(assemblage::share);
        assertThat(agreement.getMean()).isCloseTo(shares.map(p -> p * p).sum(), within(standardErrors(agreement)));
        DoubleStream seen = IntStream.range(0, assemblage.size())
                .mapToDouble(answer -> 1 - Math.pow(1 - assemblage.share(answer), (double) n));
        assertThat(distinct.getMean()).isCloseTo(seen.sum(), within(standardErrors(distinct) + 1e-9));
    }

    private static double standardErrors(SummaryStatistics statistics) {
        return 5 * statistics.getStandardDeviation() / Math.sqrt((double) statistics.getN());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 50, 1_000_000})
    void allEqual_hasAWidthThatShrinksWithN(int n) {
        Estimate estimate = (Estimate) INTERVAL.bits(new long[] {n});
        assertThat(estimate.value()).isZero();
        assertThat(estimate.lower()).isZero();
        assertThat(estimate.upper()).isPositive();
        Estimate more = (Estimate) INTERVAL.bits(new long[] {2L * n});
        assertThat(more.upper()).isLessThan(estimate.upper());
    }

    @Test
    void allDifferent_isWide() {
        Estimate estimate = (Estimate) INTERVAL.bits(new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
        assertThat(estimate.upper()).isGreaterThan(Math.log(50) / LN2);
        assertThat(((Estimate) INTERVAL.withResamples(20).bits(ones(20_000))).upper())
                .isFinite();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void interval_dependsOnSeedAlone_andNotOnOrder(long seed) {
        long[] counts = {7, 1, 0, 3, 1, 2};
        assertThat(INTERVAL.withSeed(seed).bits(counts))
                .isEqualTo(INTERVAL.withSeed(seed).bits(counts));
        Estimate one = (Estimate) INTERVAL.withSeed(seed).bits(counts);
        Estimate other = (Estimate) INTERVAL.withSeed(seed).bits(new long[] {1, 1, 2, 3, 7});
        assertThat(other.upper()).isCloseTo(one.upper(), within(.25));
        assertThat(((Estimate) INTERVAL.withSeed(seed).withLevel(.5).bits(counts)).upper())
                .isLessThan(one.upper());
    }

    @Test
    void zipfOfFifty_isCoveredWithThirtyAnswers() {
        // Truth 4.61 bits: a plug-in bootstrap of 30 answers covers it in a third of all samples.
        double[] cumulated = new double[50];
        Arrays.setAll(cumulated, k -> 1.0 / (k + 1));
        double sum = Arrays.stream(cumulated).sum();
        double truth = -Arrays.stream(cumulated)
                .map(w -> w / sum * Math.log(w / sum) / LN2)
                .sum();
        Arrays.parallelPrefix(cumulated, Double::sum);
        SplittableRandom random = new SplittableRandom(7);
        int covered = 0;
        for (int i = 0; i < 200; i++) {
            long[] counts = new long[50];
            for (int draw = 0; draw < 30; draw++) {
                int found = Arrays.binarySearch(cumulated, random.nextDouble() * sum);
                counts[Math.min(49, found < 0 ? -found - 1 : found)]++;
            }
            Estimate estimate = (Estimate) INTERVAL.withResamples(100).bits(counts);
            covered += estimate.lower() <= truth && truth <= estimate.upper() ? 1 : 0;
        }
        assertThat(covered).isGreaterThan(180);
    }

    @Test
    void tooFewOrBad_isRefused() {
        assertThat(INTERVAL.bits(new long[] {0, 0})).isEqualTo(Quantity.unavailable("no answers"));
        assertThat(INTERVAL.bits(new long[] {1})).isEqualTo(Quantity.unavailable("one answer"));
        assertThatThrownBy(() -> INTERVAL.bits(new long[] {3, -1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> INTERVAL.withLevel(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> INTERVAL.withResamples(1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long[] ones(int n) {
        long[] counts = new long[n];
        Arrays.fill(counts, 1);
        return counts;
    }
}
