package dev.slop.metrics.goodness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.TestResult;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.GTest;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PowerDivergenceTestTest {
    private static final PowerDivergenceTest CHI_SQUARE = PowerDivergenceTest.chiSquare();
    private static final PowerDivergenceTest G = PowerDivergenceTest.g();
    private static final PowerDivergenceTest MODIFIED_G = PowerDivergenceTest.of(-1);

    /** Fifty random numbers between 1 and 100 from each of three models. */
    private static final Map<String, Long> CLAUDE = Map.of("42", 49L, "47", 1L);

    private static final Map<String, Long> GPT = Map.ofEntries(
            Map.entry("17", 3L),
            Map.entry("37", 5L),
            Map.entry("47", 4L),
            Map.entry("57", 5L),
            Map.entry("58", 2L),
            Map.entry("62", 1L),
            Map.entry("63", 1L),
            Map.entry("64", 2L),
            Map.entry("67", 4L),
            Map.entry("73", 20L),
            Map.entry("81", 1L),
            Map.entry("83", 1L),
            Map.entry("87", 1L));
    private static final Map<String, Long> GEMINI =
            Map.of("37", 3L, "42", 10L, "53", 2L, "54", 2L, "57", 9L, "67", 7L, "73", 13L, "94", 1L, "97", 3L);

    private static final long[] DICE = {16, 18, 16, 14, 12, 12};
    private static final double[] STATED = {16, 16, 16, 16, 16, 8};

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 30).boxed();
    }

    static List<PowerDivergenceTest> all() {
        return List.of(
                CHI_SQUARE,
                G,
                PowerDivergenceTest.cressieRead(),
                PowerDivergenceTest.freemanTukey(),
                PowerDivergenceTest.neyman(),
                MODIFIED_G,
                PowerDivergenceTest.of(5),
                PowerDivergenceTest.of(-3.5));
    }

    @Test
    void test_uniformDice_isScipys() {
        // scipy.stats.chisquare([16, 18, 16, 14, 12, 12]); power_divergence(..., lambda_="log-likelihood")
        assertResult(CHI_SQUARE.test(DICE), 2.0, .8491450360846096);
        assertResult(G.test(DICE), 2.006573162632538, .8482347677946377);
    }

    @Test
    void test_statedDice_isScipys() {
        // the same with f_exp = [16, 16, 16, 16, 16, 8]
        CellCounts counts = CellCounts.of(DICE, STATED);
        assertResult(CHI_SQUARE.test(counts), 3.5, .6233876277495822);
        assertResult(G.test(counts), 3.3281031458963746, .6495419288047497);
    }

    @Test
    void statistic_otherPowers_isScipys() {
        // scipy.stats.power_divergence([16, 18, 16, 14, 12, 12], lambda_ = ...)
        assertThat(PowerDivergenceTest.freemanTukey().statistic(DICE))
                .isCloseTo(2.0144046363649295, withinPercentage(1e-11));
        assertThat(PowerDivergenceTest.cressieRead().statistic(DICE))
                .isCloseTo(2.000849125939149, withinPercentage(1e-11));
        assertThat(PowerDivergenceTest.neyman().statistic(DICE)).isCloseTo(2.056437389770709, withinPercentage(1e-11));
    }

    @Test
    void test_statedShares_isRs() {
        // R package entropy: Gstat(y, freqs), chi2stat(y, freqs) of its own example, df 5; 20 answers, so not
        // asymptotic
        CellCounts counts = CellCounts.of(new long[] {4, 2, 3, 1, 6, 4}, new double[] {.10, .15, .35, .05, .20, .15});
        assertThat(G.statistic(counts)).isCloseTo(6.0065677266359, withinPercentage(1e-11));
        assertThat(CHI_SQUARE.statistic(counts)).isCloseTo(5.95238095238095, withinPercentage(1e-11));
        assertThat(ChiSquareTail.survivalProbability(6.0065677266359, 5)).isCloseTo(.305580374621, within(1e-12));
        assertThat(ChiSquareTail.survivalProbability(5.95238095238095, 5)).isCloseTo(.310880075189, within(1e-12));
        assertThat(CHI_SQUARE.test(counts).pValue()).isCloseTo(.31, within(.03));
        assertThat(CHI_SQUARE.test(counts).method()).isEqualTo("Monte Carlo, B = 9999, seed 1");
    }

    private static void assertResult(TestResult result, double statistic, double pValue) {
        assertThat(result.statistic()).isCloseTo(statistic, withinPercentage(1e-11));
        assertThat(result.pValue()).isCloseTo(pValue, withinPercentage(1e-11));
        assertThat(result.log10PValue()).isCloseTo(Math.log10(pValue), withinPercentage(1e-9));
        assertThat(result.degreesOfFreedom()).hasValue(5);
        assertThat(result.method()).isEqualTo("chi-square distribution");
    }

    static Stream<Arguments> numbers() {
        // scipy 1.10.1; the statistics of G for gemini and of the chi-square for all are exact rationals or sums of
        // logs
        return Stream.of(
                arguments(CLAUDE, 4754, 450.713107270836),
                arguments(GPT, 958, 255.650328201243),
                arguments(GEMINI, 802, 267.576412597199));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void test_randomNumbers_areFarFromUniform(Map<String, Long> numbers, double chiSquare, double g) {
        CellCounts counts = Target.uniformIntegers(1, 100).observe(FrequencyTable.ofCounts(numbers));
        TestResult result = CHI_SQUARE.test(counts);

        assertThat(result.statistic()).isCloseTo(chiSquare, withinPercentage(1e-12));
        assertThat(G.statistic(counts)).isCloseTo(g, withinPercentage(1e-11));
        assertThat(result.method()).isEqualTo("Monte Carlo, B = 9999, seed 1");
        assertThat(result.pValue()).isEqualTo(1e-4);
        assertThat(result.log10PValue()).isCloseTo(-4, within(1e-12));
        assertThat(result.degreesOfFreedom()).hasValue(99);
        assertThat(result.rejects(.001)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void test_isThatOfCommonsStatistics(long seed) {
        Random random = new Random(seed);
        int cells = 2 + random.nextInt(40);
        double[] weights = random.doubles(cells, .5, 1).toArray();
        long[] counts = random.longs(cells, 5, 40).toArray();
        counts[0] += 5000L;
        weights[0] += 60;

        SignificanceResult chiSquare = ChiSquareTest.withDefaults().test(weights, counts);
        SignificanceResult g = GTest.withDefaults().test(weights, counts);
        assertThat(CHI_SQUARE.test(CellCounts.of(counts, weights)).statistic())
                .isCloseTo(chiSquare.getStatistic(), withinPercentage(1e-9));
        assertThat(G.test(CellCounts.of(counts, weights)).statistic())
                .isCloseTo(g.getStatistic(), withinPercentage(1e-9));
        assertThat(CHI_SQUARE.test(counts).pValue())
                .isCloseTo(ChiSquareTest.withDefaults().test(counts).getPValue(), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void statistic_isNotNegative_andTheSameInAnyOrder_listedOrNot(long seed) {
        Random random = new Random(seed);
        long[] counts = random.longs(1 + random.nextInt(30), 0, 9).toArray();
        counts[0] = 3;
        long[] reversed = LongStream.range(0, counts.length)
                .map(i -> counts[(int) (counts.length - 1 - i)])
                .toArray();
        CellCounts listed = Target.uniformIntegers(0, counts.length - 1).observe(table(counts));
        for (PowerDivergenceTest test : all()) {
            double statistic = test.statistic(counts);
            assertThat(statistic).isNotNegative();
            assertThat(test.statistic(listed)).isCloseTo(statistic, withinPercentage(1e-9));
            assertThat(test.statistic(reversed)).isCloseTo(statistic, withinPercentage(1e-9));
        }
    }

    private static FrequencyTable<String> table(long[] counts) {
        Map<String, Long> byCell = new HashMap<>();
        for (int cell = 0; cell < counts.length; cell++) {
            byCell.put(String.valueOf(cell), counts[cell]);
        }
        return FrequencyTable.ofCounts(byCell);
    }

    /** Three draws from three cells: 6 of 27 outcomes have chi-square 0, 18 have 2, 3 have 6. */
    @Test
    void monteCarlo_ofAllOutcomes_isTheirExactProbability() {
        for (PowerDivergenceTest test :
                List.of(CHI_SQUARE, G, PowerDivergenceTest.cressieRead(), PowerDivergenceTest.of(-.5))) {
            PowerDivergenceTest many = test.withMonteCarlo(99_999, 7);
            assertThat(many.test(new long[] {1, 1, 1}).pValue()).isEqualTo(1);
            assertThat(many.test(new long[] {2, 1, 0}).pValue()).isCloseTo(21 / 27.0, within(.005));
            assertThat(many.test(new long[] {0, 3, 0}).pValue()).isCloseTo(3 / 27.0, within(.005));
        }
    }

    /** Two draws with shares .8 and .2: {2,0} has probability .64, {1,1} .32, {0,2} .04; chi-square .5, .78, 8. */
    @Test
    void monteCarlo_unequalShares_isTheirExactProbability() {
        double[] weights = {8, 2};
        for (PowerDivergenceTest test : List.of(CHI_SQUARE, PowerDivergenceTest.of(3))) {
            PowerDivergenceTest many = test.withMonteCarlo(99_999, 3);
            assertThat(many.test(CellCounts.of(new long[] {0, 2}, weights)).pValue())
                    .isCloseTo(.04, within(.003));
            assertThat(many.test(CellCounts.of(new long[] {1, 1}, weights)).pValue())
                    .isCloseTo(.36, within(.006));
            assertThat(many.test(CellCounts.of(new long[] {2, 0}, weights)).pValue())
                    .isEqualTo(1);
        }
        // G of {2,0} and of {1,1} is 4 ln 1.25, a tie that rounding must not break
        PowerDivergenceTest g = G.withMonteCarlo(99_999, 3);
        assertThat(g.statistic(CellCounts.of(new long[] {2, 0}, weights))).isCloseTo(4 * Math.log(1.25), within(1e-12));
        assertThat(g.test(CellCounts.of(new long[] {1, 1}, weights)).pValue()).isEqualTo(1);
        assertThat(g.test(CellCounts.of(new long[] {2, 0}, weights)).pValue()).isEqualTo(1);
        assertThat(g.test(CellCounts.of(new long[] {0, 2}, weights)).pValue()).isCloseTo(.04, within(.003));
    }

    /** With a cell empty the statistic is infinite; p is then the chance of an empty cell, 1 - 6/27. */
    @Test
    void monteCarlo_infiniteStatistic_countsEmptyCells() {
        for (PowerDivergenceTest test : List.of(PowerDivergenceTest.neyman(), MODIFIED_G)) {
            TestResult result = test.withMonteCarlo(99_999, 5).test(new long[] {2, 1, 0});
            assertThat(result.statistic()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(result.pValue()).isCloseTo(21 / 27.0, within(.005));
            assertThat(test.test(new long[] {1, 1, 1}).pValue()).isEqualTo(1);
            assertThat(test.test(new long[] {900, 0, 900}).method()).startsWith("Monte Carlo");
        }
    }

    @Test
    void monteCarlo_sameSeed_sameP_whetherOnOneThreadOrSeveral() {
        long[] counts = new long[2_000];
        new Random(4).ints(6_000, 0, 2_000).forEach(cell -> counts[cell]++);
        TestResult first = CHI_SQUARE.withMonteCarlo(1_500, 11).test(counts);

        assertThat(CHI_SQUARE.withMonteCarlo(1_500, 11).test(counts)).isEqualTo(first);
        assertThat(CHI_SQUARE.withMonteCarlo(1_500, 12).test(counts)).isNotEqualTo(first);
        assertThat(first.method()).isEqualTo("Monte Carlo, B = 1500, seed 11");
        assertThat(first.pValue()).isCloseTo(ChiSquareTail.survivalProbability(first.statistic(), 1999), within(.06));
    }

    /** 200 p-values of true nulls; more than 10 below .01 has probability 1e-5. */
    @Test
    void monteCarlo_underTheNull_rejectsAsOftenAsStated() {
        Random random = new Random(20);
        Map<String, Double> weights = Map.of("a", 5.0, "b", 3.0, "c", 1.0, "d", .5);
        Target target = Target.weights(weights);
        int rejected = 0;
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            List<String> answers = random.doubles(20, 0, 9.5)
                    .mapToObj(u -> u < 5 ? "a" : u < 8 ? "b" : u < 9 ? "c" : "d")
                    .toList();
            double p = G.withMonteCarlo(499, i)
                    .test(target.observe(FrequencyTable.of(answers)))
                    .pValue();
            rejected += p <= .01 ? 1 : 0;
            sum += p;
        }
        assertThat(rejected).isLessThanOrEqualTo(10);
        assertThat(sum / 200).isBetween(.4, .62);
    }

    @Test
    void test_supportTooLargeToHold_isSimulatedAllTheSame() {
        Target target = Target.uniformIntegers(1, 1_000_000_000);
        CellCounts equal = target.observe(FrequencyTable.ofCounts(Map.of("5", 2L, "7", 3L)));
        CellCounts different = target.observe(FrequencyTable.of(List.of("1", "2", "3", "4", "5")));

        assertThat(CHI_SQUARE.test(equal).pValue()).isEqualTo(1e-4);
        assertThat(CHI_SQUARE.test(different).pValue()).isEqualTo(1);
        assertThat(PowerDivergenceTest.neyman().test(equal).pValue()).isEqualTo(1);
    }

    @Test
    void test_aMillionEqualCells_isAsymptotic() {
        long[] counts = new long[1_000_001];
        Arrays.setAll(counts, i -> 10 + i % 3);
        TestResult result = CHI_SQUARE.test(counts);

        // sum (O - 11)^2 / 11 of counts 10, 11, 12 in turn, less the mean's shift
        assertThat(result.statistic()).isCloseTo(666_667 / 11.0, withinPercentage(1e-4));
        assertThat(result.pValue()).isEqualTo(1);
        assertThat(result.method()).isEqualTo("chi-square distribution");
    }

    @Test
    void test_tooManyAnswersToSimulate_saysHowSmallTheExpectedAre() {
        TestResult result = CHI_SQUARE.test(CellCounts.of(new long[] {20_000_000, 1}, new double[] {1, 1e-7}));

        assertThat(result.method()).startsWith("chi-square distribution, although the smallest expected count is 1.99");
        assertThat(result.pValue()).isCloseTo(.4795, within(1e-4));
    }

    @Test
    void samplesFor_manyAnswers_isCut_butNotBelow99() {
        assertThat(CHI_SQUARE.samplesFor(50)).isEqualTo(9999);
        assertThat(CHI_SQUARE.samplesFor(1_000_000)).isEqualTo(268);
        assertThat(CHI_SQUARE.samplesFor(10_000_000)).isEqualTo(99);
        assertThat(CHI_SQUARE.withMonteCarlo(20, 1).samplesFor(10_000_000)).isEqualTo(20);
    }

    @Test
    void test_oneCell_hasNothingToTest() {
        for (PowerDivergenceTest test : all()) {
            TestResult result = test.test(new long[] {50});
            assertThat(result.pValue()).isEqualTo(1);
            assertThat(result.statistic()).isZero();
            assertThat(result.degreesOfFreedom()).hasValue(0);
        }
    }

    @Test
    void test_noAnswersWithin_saysSo() {
        CellCounts none = Target.uniformIntegers(1, 6).observe(FrequencyTable.of(List.of("seven")));

        assertThat(none.inside()).isZero();
        assertThat(none.outside()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHI_SQUARE.test(none))
                .withMessage("no answers within the cells of the distribution");
        assertThatIllegalArgumentException().isThrownBy(() -> EffectSize.totalVariation(none));
        assertThatIllegalArgumentException().isThrownBy(() -> EffectSize.cohensW(none));
    }

    @Test
    void test_fewAnswers() {
        assertThat(CHI_SQUARE.test(new long[] {1, 0, 0}).pValue()).isEqualTo(1);
        assertThat(CHI_SQUARE.test(new long[] {2, 0}).pValue()).isCloseTo(.5, within(.02));
    }

    @Test
    void test_badArguments_areRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> CHI_SQUARE.test(new long[] {}));
        assertThatIllegalArgumentException().isThrownBy(() -> CHI_SQUARE.test(new long[] {-1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellCounts.of(DICE, new double[] {1, 2}))
                .withMessage("6 counts, but 2 weights");
        assertThatIllegalArgumentException().isThrownBy(() -> CellCounts.of(new long[] {1}, new double[] {0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellCounts.of(new long[] {1}, new double[] {Double.POSITIVE_INFINITY}));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CHI_SQUARE.test(new long[] {Long.MAX_VALUE, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> CHI_SQUARE.withMonteCarlo(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellCounts.of(DICE).withCounts(new long[] {1}));
    }

    @ParameterizedTest
    @ValueSource(doubles = {20.5, -21, Double.NaN, Double.POSITIVE_INFINITY})
    void of_powerOutOfRange_isRejected(double lambda) {
        assertThatIllegalArgumentException().isThrownBy(() -> PowerDivergenceTest.of(lambda));
    }

    @Test
    void statistic_ofBillions_keepsItsDigits() {
        // (O - E)^2 / E with E = 1e9: 2 * 1000^2 / 1e9; G and its neighbours agree to the third order
        long[] counts = {1_000_001_000, 999_999_000};

        assertThat(CHI_SQUARE.statistic(counts)).isEqualTo(.002);
        for (PowerDivergenceTest test : all()) {
            assertThat(test.statistic(counts)).isCloseTo(.002, withinPercentage(1e-4));
        }
    }

    @Test
    void aMillionCells_areTested() {
        long[] even = new long[1_000_000];
        Arrays.fill(even, 20);
        assertThat(CHI_SQUARE.test(even).statistic()).isZero();
        assertThat(CHI_SQUARE.test(even).pValue()).isEqualTo(1);
        even[0] = 40;
        even[1] = 0;
        assertThat(CHI_SQUARE.test(even).statistic()).isCloseTo(40, within(1e-9));
    }

    // (10^9 - 1000044721)^2 / 2000044721 = 0.999962; p of chi-square with 1 df: erfc(sqrt(x / 2)), python math.erfc
    @Test
    void aThousandMillionAnswers_areTested() {
        TestResult result = CHI_SQUARE.test(new long[] {1_000_000_000L, 1_000_044_721L});
        assertThat(result.statistic()).isCloseTo(0.9999615608595184, within(1e-12));
        assertThat(result.pValue()).isCloseTo(0.31731980918835384, within(1e-12));
    }
}
