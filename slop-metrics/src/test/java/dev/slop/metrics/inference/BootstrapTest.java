package dev.slop.metrics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
    private static final Bootstrap BCA = Bootstrap.withDefaults();
    private static final Bootstrap PERCENTILE = BCA.withMethod(Bootstrap.Method.PERCENTILE);

    // scipy 1.17.1, scipy.stats.bootstrap((G,), plug-in entropy in bits, method="BCa" | "percentile",
    // n_resamples=99999): [2.7245, 3.4352] and [2.3044, 3.1596]; the tolerance is the
    // randomness of B = 9,999, of which BCa takes the largest few here
    @Test
    void entropy_matchesScipy() {
        Estimate bca = estimate(BCA.estimate(Answers.G, Bounds.NOT_NEGATIVE, Answers::entropyBits));
        assertThat(bca.value()).isCloseTo(2.95560158279904, within(1e-13));
        assertThat(bca.lower()).isCloseTo(2.7245, within(.03));
        assertThat(bca.upper()).isCloseTo(3.4352, within(.08));
        assertThat(bca.method()).isEqualTo("BCa bootstrap, B = 9999");
        Estimate percentile = estimate(PERCENTILE.estimate(Answers.G, Bounds.NOT_NEGATIVE, Answers::entropyBits));
        assertThat(percentile.lower()).isCloseTo(2.3044, within(.02));
        assertThat(percentile.upper()).isCloseTo(3.1596, within(.02));
        assertThat(percentile.method()).isEqualTo("percentile bootstrap, B = 9999");
    }

    // basic: 2 x 2.95560158279904 less scipy's percentile ends [2.3044, 3.1596];
    // normal: value -+ 1.96 standard errors, the delta method's error of G being .2095 (numpy)
    @Test
    void basicAndNormal_areCentredOtherwise() {
        Estimate basic = estimate(
                BCA.withMethod(Bootstrap.Method.BASIC).estimate(Answers.G, Bounds.NOT_NEGATIVE, Answers::entropyBits));
        assertThat(basic.lower()).isCloseTo(2 * 2.95560158279904 - 3.1596, within(.02));
        assertThat(basic.upper()).isCloseTo(2 * 2.95560158279904 - 2.3044, within(.02));
        assertThat(basic.method()).isEqualTo("basic bootstrap, B = 9999");
        Estimate normal = estimate(
                BCA.withMethod(Bootstrap.Method.NORMAL).estimate(Answers.G, Bounds.NOT_NEGATIVE, Answers::entropyBits));
        assertThat(normal.upper() - normal.value()).isCloseTo(1.96 * .2095, within(.04));
        assertThat(normal.value() - normal.lower()).isCloseTo(normal.upper() - normal.value(), within(1e-12));
        assertThat(normal.method()).isEqualTo("normal bootstrap, B = 9999");
    }

    // t(49 df) = 2.00958 times sqrt(50/49): 2.02998 standard errors. On the logit scale of [0, 1] the mean of 20 of 50
    // alike, standard error sqrt(.4 x .6 / 50) = .069282: logit .4 -+ 2.02998 x .069282 / .24, back: [.2707, .5449]
    @Test
    void student_staysWithinTheBounds() {
        Bootstrap student = BCA.withMethod(Bootstrap.Method.STUDENT);
        Estimate entropy = estimate(student.estimate(Answers.G, Bounds.NONE, Answers::entropyBits));
        assertThat(entropy.upper() - entropy.value()).isCloseTo(2.02998 * .2095, within(.04));
        assertThat(entropy.value() - entropy.lower()).isCloseTo(entropy.upper() - entropy.value(), within(1e-12));
        assertThat(entropy.method()).isEqualTo("Student bootstrap of the mean at this n, B = 9999");
        Estimate share = estimate(student.estimate(new long[] {20, 30}, Bounds.UNIT, counts -> counts[0] / 50.0));
        assertThat(share.lower()).isCloseTo(.2707, within(.01));
        assertThat(share.upper()).isCloseTo(.5449, within(.01));
        // On the logarithmic scale of numbers above 1: 1 + .4 exp(-+ 2.02998 x .069282 / .4)
        Estimate above = estimate(student.estimate(
                new long[] {20, 30}, new Bounds(1, Double.POSITIVE_INFINITY), counts -> 1 + counts[0] / 50.0));
        assertThat(above.lower()).isCloseTo(1.2814, within(.01));
        assertThat(above.upper()).isCloseTo(1.5686, within(.015));
    }

    // scipy 1.17.1, scipy.stats.bootstrap((G, E), total variation, ...): BCa [.34, .62], percentile [.38, .66]
    @Test
    void pair_matchesScipy() {
        Estimate bca = estimate(BCA.estimate(Answers.G, Answers.E, Bounds.UNIT, Answers::totalVariation));
        assertThat(bca.value()).isCloseTo(.5, within(1e-15));
        assertThat(bca.lower()).isCloseTo(.34, within(.021));
        assertThat(bca.upper()).isCloseTo(.62, within(.021));
        Estimate percentile = estimate(PERCENTILE.estimate(Answers.G, Answers.E, Bounds.UNIT, Answers::totalVariation));
        assertThat(percentile.lower()).isCloseTo(.38, within(.021));
        assertThat(percentile.upper()).isCloseTo(.66, within(.021));
    }

    // The formula of scipy.stats._resampling._bca_interval, evaluated with numpy
    @Test
    void acceleration_matchesScipy() {
        double[] one = Acceleration.of(
                new long[][] {Answers.G}, 1, (samples, into) -> into[0] = Answers.entropyBits(samples[0]));
        assertThat(one[0]).isCloseTo(0.014712105976765998, within(1e-12));
        double[] two = Acceleration.of(
                new long[][] {Answers.G, Answers.E},
                1,
                (samples, into) -> into[0] = Answers.totalVariation(samples[0], samples[1]));
        assertThat(two[0]).isCloseTo(-0.018454884533661103, within(1e-12));
        assertThat(Acceleration.ofMean(new double[] {.1, .3, .35, .8, .2, .25, .9, .4}))
                .isCloseTo(0.049075940310935415, within(1e-15));
    }

    // scipy 1.17.1, scipy.stats.bootstrap((v,), numpy.mean, n_resamples=199999): BCa [.25625, .64375],
    // percentile [.24375, .60625]
    @Test
    void meanOverPrompts_matchesScipy() {
        double[] values = {.1, .3, .35, .8, .2, .25, .9, .4};
        Estimate bca = estimate(BCA.mean(values, Bounds.UNIT));
        assertThat(bca.value()).isCloseTo(.4125, within(1e-15));
        assertThat(bca.lower()).isCloseTo(.25625, within(.01));
        assertThat(bca.upper()).isCloseTo(.64375, within(.02));
        Estimate percentile = estimate(PERCENTILE.mean(values, Bounds.UNIT));
        assertThat(percentile.lower()).isCloseTo(.24375, within(.01));
        assertThat(percentile.upper()).isCloseTo(.60625, within(.01));
    }

    @Test
    void result_isTheSameWhateverTheThreads_andDiffersBySeed() throws Exception {
        List<Quantity> results = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            results.add(pool.submit(() -> BCA.estimate(Answers.G, Answers.E, Bounds.UNIT, Answers::totalVariation))
                    .get());
            pool.shutdown();
        }
        assertThat(results.get(0)).isEqualTo(results.get(1));
        Quantity other = BCA.withSeed(2).estimate(Answers.G, Bounds.NONE, Answers::entropyBits);
        assertThat(other).isNotEqualTo(BCA.estimate(Answers.G, Bounds.NONE, Answers::entropyBits));
    }

    @Test
    void estimateAll_givesWhatEachAloneGives() {
        List<Quantity> together = BCA.estimateAll(
                new long[][] {Answers.G, Answers.E}, List.of(Bounds.UNIT, Bounds.UNIT), (samples, into) -> {
                    into[0] = Answers.totalVariation(samples[0], samples[1]);
                    into[1] = Answers.jaccard(samples[0], samples[1]);
                });
        assertThat(together)
                .containsExactly(
                        BCA.estimate(Answers.G, Answers.E, Bounds.UNIT, Answers::totalVariation),
                        BCA.estimate(Answers.G, Answers.E, Bounds.UNIT, Answers::jaccard));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 9, 50, 1_000_000_000L})
    void allAnswersEqual_intervalComesFromTheExactBound(long n) {
        Estimate estimate = estimate(BCA.estimate(new long[] {n}, Bounds.NOT_NEGATIVE, Answers::entropyBits));
        assertThat(estimate.value()).isZero();
        assertThat(estimate.lower()).isZero();
        long most = (long) Math.ceil(n * (1 - Math.pow(.05, 1.0 / n)));
        assertThat(estimate.upper())
                .isEqualTo(LongStream.rangeClosed(1, most)
                        .mapToDouble(others -> Answers.entropyBits(new long[] {n - others, others}))
                        .max()
                        .orElseThrow());
        assertThat(estimate.method())
                .isEqualTo("all " + n + " answers equal, exact bound 1 - 0.05^(1/" + n + ") on a second answer");
    }

    // 50 equal answers: a second answer has at most 5.8 %, so up to 3 of 50
    @Test
    void fiftyEqualAnswers_boundIsThreeOthers() {
        Estimate estimate = estimate(BCA.estimate(new long[] {0, 50}, Bounds.NOT_NEGATIVE, Answers::entropyBits));
        assertThat(estimate.upper()).isCloseTo(Answers.entropyBits(new long[] {3, 47}), within(1e-15));
    }

    @Test
    void noOrOneAnswer_isUnavailable() {
        assertThat(BCA.estimate(new long[0], Bounds.NONE, Answers::entropyBits))
                .isEqualTo(Quantity.unavailable("no answers"));
        assertThat(BCA.estimate(new long[] {0, 0}, Bounds.NONE, Answers::entropyBits))
                .isEqualTo(Quantity.unavailable("no answers"));
        assertThat(BCA.estimate(new long[] {0, 1}, Bounds.NONE, Answers::entropyBits))
                .isEqualTo(Quantity.unavailable("no interval: resamples do not vary"));
    }

    @Test
    void pairsThatShareNothingOrAll_haveAWidth() {
        Estimate nothing =
                estimate(BCA.estimate(new long[] {5, 5, 0, 0}, new long[] {0, 0, 5, 5}, Bounds.UNIT, Answers::jaccard));
        assertThat(nothing.value()).isZero();
        assertThat(nothing.lower()).isZero();
        assertThat(nothing.upper()).isGreaterThanOrEqualTo(1.0 / 4);
        Estimate all = estimate(BCA.estimate(new long[] {10}, new long[] {10}, Bounds.UNIT, Answers::totalVariation));
        assertThat(all.value()).isZero();
        assertThat(all.lower()).isZero();
        // with 97.5 % confidence each, an answer that 10 draws missed has at most 1 - .025^(1/10) = .31: up to 4 of 10
        assertThat(all.upper()).isEqualTo(.4);
        Estimate apart =
                estimate(BCA.estimate(new long[] {10, 0}, new long[] {0, 10}, Bounds.UNIT, Answers::totalVariation));
        assertThat(apart.value()).isEqualTo(1);
        assertThat(apart.upper()).isEqualTo(1);
        assertThat(apart.lower()).isEqualTo(.6);
    }

    @Test
    void singletons_fallBackToTheBasicInterval() {
        Estimate distinct = estimate(
                BCA.estimate(new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, Bounds.NOT_NEGATIVE, Answers::distinct));
        // every resample has fewer different answers; the truth has more
        assertThat(distinct.lower()).isGreaterThan(10);
        assertThat(distinct.method()).isEqualTo("basic bootstrap (BCa undefined), B = 9999");
    }

    @Test
    void constantStatistic_isUnavailable() {
        assertThat(BCA.estimate(Answers.G, Bounds.NONE, counts -> 7))
                .isEqualTo(Quantity.unavailable("no interval: resamples do not vary"));
    }

    @Test
    void undefinedStatistic_isUnavailable() {
        assertThat(BCA.estimate(Answers.G, Bounds.NONE, counts -> Double.NaN))
                .isEqualTo(Quantity.unavailable("undefined for these counts"));
        Quantity often = BCA.estimate(
                new long[] {9, 1}, Bounds.NONE, counts -> counts[1] == 0 ? Double.NaN : (double) counts[0] / counts[1]);
        assertThat(often.toString()).contains("undefined for 3").contains("of 9999 resamples");
    }

    @Test
    void largeCounts_areResampled() {
        long[] counts = {1_000_000_000L, 2_000_000_000L, 3};
        Estimate share = estimate(BCA.withResamples(999)
                .estimate(counts, Bounds.UNIT, row -> (double) row[0] / (row[0] + row[1] + row[2])));
        double deviation = Math.sqrt(2.0 / 9 / 3e9);
        assertThat(share.upper() - share.lower()).isCloseTo(2 * 1.96 * deviation, within(deviation));
    }

    @Test
    void manyDifferentAnswers_areResampled() {
        long[] counts = LongStream.range(0, 5_000).map(i -> 1 + 2_000 / (i + 1)).toArray();
        Estimate entropy = estimate(BCA.withResamples(199).estimate(counts, Bounds.NOT_NEGATIVE, Answers::entropyBits));
        assertThat(entropy.lower()).isLessThan(entropy.upper());
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyCounts_neverGiveAZeroWidthOrLeaveTheBounds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] a = row(random);
        long[] b = row(random);
        List<Quantity> quantities = new ArrayList<>();
        for (Bootstrap.Method method : Bootstrap.Method.values()) {
            Bootstrap quick = BCA.withMethod(method).withResamples(199).withSeed(seed);
            Answers.statistics().forEach(f -> quantities.add(quick.estimate(a, Bounds.NOT_NEGATIVE, f)));
            quantities.add(quick.estimate(a, b, Bounds.UNIT, Answers::jaccard));
            quantities.add(quick.estimate(a, b, Bounds.UNIT, Answers::totalVariation));
        }
        for (Quantity quantity : quantities) {
            if (quantity instanceof Estimate estimate) {
                assertThat(estimate.lower()).isNotNegative().isLessThan(estimate.upper());
            }
        }
    }

    @Test
    void mean_ofEqualPrompts_isBoundedByTheRange() {
        double[] ones = {1, 1, 1, 1};
        double missed = 1 - Math.pow(.05, 1.0 / 4);
        Estimate estimate = estimate(BCA.mean(ones, Bounds.UNIT));
        assertThat(estimate.lower()).isCloseTo(1 - missed, within(1e-15));
        assertThat(estimate.upper()).isEqualTo(1);
        assertThat(estimate.method()).isEqualTo("all 4 prompts equal, exact bound 1 - 0.05^(1/4) on another prompt");
        assertThat(BCA.mean(ones, Bounds.NOT_NEGATIVE))
                .isEqualTo(Quantity.unavailable("no interval: resamples do not vary"));
    }

    @Test
    void mean_ofFewPrompts_isUnavailable() {
        assertThat(BCA.mean(new double[0], Bounds.UNIT)).isEqualTo(Quantity.unavailable("no prompts"));
        assertThat(BCA.mean(new double[1], Bounds.UNIT))
                .isEqualTo(Quantity.unavailable("one prompt: no interval over prompts"));
        assertThat(BCA.mean(new double[] {1, Double.NaN}, Bounds.UNIT))
                .isEqualTo(Quantity.unavailable("a prompt has no value"));
    }

    @Test
    void twoLevels_areWiderThanPromptsAlone() {
        List<long[][]> prompts = IntStream.range(0, 12)
                .mapToObj(i -> new long[][] {{8 - i % 3, 2 + i % 3}, {5, 5}})
                .toList();
        double[] values = prompts.stream()
                .mapToDouble(rows -> Answers.totalVariation(rows[0], rows[1]))
                .toArray();
        Bootstrap quick = BCA.withMethod(Bootstrap.Method.PERCENTILE).withResamples(999);
        Estimate prompt = estimate(quick.mean(values, Bounds.UNIT));
        Estimate both =
                estimate(quick.meanOverPrompts(prompts, Bounds.UNIT, rows -> Answers.totalVariation(rows[0], rows[1])));
        assertThat(both.value()).isEqualTo(prompt.value());
        assertThat(both.upper() - both.lower()).isGreaterThan(prompt.upper() - prompt.lower());
    }

    @Test
    void twoLevels_edges() {
        assertThat(BCA.meanOverPrompts(List.of(), Bounds.UNIT, rows -> 0))
                .isEqualTo(Quantity.unavailable("no prompts"));
        assertThat(BCA.meanOverPrompts(
                        List.of(new long[][] {{1}}, new long[][] {{2}}), Bounds.UNIT, rows -> Double.NaN))
                .isEqualTo(Quantity.unavailable("undefined for a prompt"));
        assertThat(BCA.meanOverPrompts(
                        List.<long[][]>of(new long[][] {Answers.G}), Bounds.NONE, rows -> Answers.entropyBits(rows[0])))
                .isEqualTo(BCA.estimate(Answers.G, Bounds.NONE, Answers::entropyBits));
    }

    @Test
    void badArguments_areRefused() {
        assertThatThrownBy(() -> BCA.withResamples(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BCA.withLevel(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BCA.withLevel(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BCA.estimate(new long[] {-1}, Bounds.UNIT, counts -> 0))
                .hasMessage("samples need the same cells and no negative counts");
        assertThatThrownBy(() -> BCA.estimate(new long[1], new long[2], Bounds.UNIT, (a, b) -> 0))
                .hasMessage("samples need the same cells and no negative counts");
        assertThatThrownBy(() -> new Bounds(1, 1)).hasMessage("lower must be less than upper: 1.0, 1.0");
    }

    @Test
    void input_isNotChanged() {
        long[] counts = Answers.G.clone();
        BCA.estimate(counts, Bounds.NONE, Answers::entropyBits);
        assertThat(counts).isEqualTo(Answers.G);
    }

    private static long[] row(SplittableRandom random) {
        long[] row = new long[6];
        int answers = 1 + random.nextInt(12);
        int kinds = 1 + random.nextInt(6);
        for (int i = 0; i < answers; i++) {
            row[random.nextInt(kinds)]++;
        }
        assertThat(Arrays.stream(row).sum()).isEqualTo(answers);
        return row;
    }

    private static Estimate estimate(Quantity quantity) {
        assertThat(quantity).isInstanceOf(Estimate.class);
        return (Estimate) quantity;
    }
}
