package dev.slop.metrics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
    private static final PermutationTest TEST = PermutationTest.withDefaults();

    // Fisher's exact test of the lady tasting tea, two-sided: scipy.stats.fisher_exact([[3, 1], [1, 3]]) p .485714...
    @Test
    void fewAnswers_areEnumerated() {
        TestResult result = TEST.test(new long[] {3, 1}, new long[] {1, 3}, Answers::totalVariation)
                .orElseThrow();
        assertThat(result.statistic()).isEqualTo(.5);
        assertThat(result.pValue()).isCloseTo(0.48571428571428565, within(1e-13));
        assertThat(result.log10PValue()).isCloseTo(Math.log10(0.48571428571428565), within(1e-13));
        assertThat(result.method()).isEqualTo("exact label permutation, 5 tables");
    }

    // All 5 of each alike, nothing shared: 2 of C(10, 5) = 252 deals
    @Test
    void fruit_nothingShared() {
        TestResult result = TEST.test(new long[] {5, 0}, new long[] {0, 5}, Answers::totalVariation)
                .orElseThrow();
        assertThat(result.pValue()).isCloseTo(2.0 / 252, within(1e-14));
    }

    @Test
    void manyTables_areSampled_closeToTheExactP() {
        long[] a = {6, 3, 1, 0, 2};
        long[] b = {2, 3, 4, 3, 0};
        double exact = TEST.withResamples(1_000_000)
                .test(a, b, Answers::totalVariation)
                .orElseThrow()
                .pValue();
        TestResult sampled = PermutationTest.withDefaults()
                .withResamples(99)
                .test(a, b, Answers::totalVariation)
                .orElseThrow();
        assertThat(sampled.method()).isEqualTo("label permutation, B = 99");
        assertThat(sampled.pValue()).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / 99)));
    }

    @Test
    void modelsFarApart_haveTheSmallestP() {
        TestResult result =
                TEST.test(Answers.C, Answers.G, Answers::totalVariation).orElseThrow();
        assertThat(result.pValue()).isEqualTo(1.0 / 10_000);
        TestResult all = TEST.test(new long[][] {Answers.C, Answers.G, Answers.E}, PermutationTestTest::spread)
                .orElseThrow();
        assertThat(all.pValue()).isEqualTo(1.0 / 10_000);
    }

    @Test
    void sameAnswers_haveP1() {
        assertThat(TEST.test(Answers.G, Answers.G, Answers::totalVariation)
                        .orElseThrow()
                        .pValue())
                .isEqualTo(1);
        assertThat(TEST.test(new long[] {7}, new long[] {3}, Answers::totalVariation)
                        .orElseThrow()
                        .pValue())
                .isEqualTo(1);
    }

    @Test
    void largeCounts_areTested() {
        long[] a = {500_000_000L, 500_000_000L, 7};
        long[] b = {500_100_000L, 499_900_000L, 7};
        // the share differs by .0001, its standard error is 2.2e-5: z = 4.5
        TestResult result =
                TEST.withResamples(999).test(a, b, Answers::totalVariation).orElseThrow();
        assertThat(result.pValue()).isEqualTo(.001);
    }

    @Test
    void undefined_isEmpty() {
        assertThat(TEST.test(new long[] {0}, new long[] {3}, Answers::totalVariation))
                .isEmpty();
        assertThat(TEST.test(new long[] {1}, new long[] {3}, (a, b) -> Double.NaN))
                .isEmpty();
        assertThat(TEST.test(new long[][] {{1}}, samples -> 1)).isEmpty();
        assertThat(TEST.test(new long[][] {}, samples -> 1)).isEmpty();
        assertThatThrownBy(() -> TEST.withResamples(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void result_isTheSameWhateverTheThreads_andDoesNotChangeItsInput() throws Exception {
        long[][] samples = {{6, 3, 1, 0, 2}, {2, 3, 4, 3, 0}, {5, 5, 1, 1, 1}};
        List<TestResult> results = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            results.add(pool.submit(() -> TEST.test(samples, PermutationTestTest::spread))
                    .get()
                    .orElseThrow());
            pool.shutdown();
        }
        assertThat(results.get(0)).isEqualTo(results.get(1));
        assertThat(samples).isDeepEqualTo(new long[][] {{6, 3, 1, 0, 2}, {2, 3, 4, 3, 0}, {5, 5, 1, 1, 1}});
    }

    // Under the null P(p <= .05) <= .05; of 400 data sets 95 % of the time at most 27 reject. Fixed seed.
    @Test
    void equalModels_areRejectedInOneOfTwenty() {
        SplittableRandom random = new SplittableRandom(42);
        int rejected = 0;
        for (int i = 0; i < 400; i++) {
            long[][] samples = new long[3][8];
            for (int row = 0; row < 3; row++) {
                for (int answer = 0; answer < 15; answer++) {
                    double u = random.nextDouble();
                    samples[row][(int) (u * u * 8)]++;
                }
            }
            rejected += TEST.withResamples(199)
                            .withSeed(i)
                            .test(samples, PermutationTestTest::spread)
                            .orElseThrow()
                            .rejects(.05)
                    ? 1
                    : 0;
        }
        assertThat(rejected).isBetween(4, 30);
    }

    private static double spread(long[][] samples) {
        return Math.max(
                Answers.totalVariation(samples[0], samples[1]),
                Math.max(
                        Answers.totalVariation(samples[0], samples[2]),
                        Answers.totalVariation(samples[1], samples[2])));
    }
}
