package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.diversity.Chao1;
import dev.slop.metrics.diversity.Coverage;
import dev.slop.metrics.diversity.DiversityMeasure;
import dev.slop.metrics.diversity.EntropyEstimator;
import dev.slop.metrics.diversity.HillNumber;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.Bootstrap.Method;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.CountStatistics;
import dev.slop.metrics.inference.PermutationTest;
import dev.slop.metrics.overlap.Association;
import dev.slop.metrics.overlap.ContingencyTable;
import dev.slop.metrics.overlap.ModelsTogether;
import dev.slop.metrics.overlap.OverlapMeasure;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Every number of the suite with its interval. Numbers of the same data share their resamples. */
final class Intervals {
    /* Which interval suits which number was measured by simulation; docs/statistics.md has the table. */
    private static final Map<OverlapMeasure, Method> PAIR_MEASURES = pairMeasures();

    private static final String FEW_MODELS = "fewer than two models with answers";
    private static final CountStatistics MODEL_STATISTICS = ModelNumber.statistics();

    private final AnalysisOptions options;
    private final SplittableRandom seeds;
    private final RepeatedSamples repeated;

    Intervals(AnalysisOptions options, long seed, RepeatedSamples repeated) {
        this.options = options;
        this.repeated = repeated;
        this.seeds = new SplittableRandom(seed);
    }

    private Bootstrap bootstrap() {
        return Bootstrap.withDefaults()
                .withLevel(options.level())
                .withResamples(options.resamples())
                .withSeed(seeds.nextLong());
    }

    /** {@return the numbers of one model} */
    ModelNumbers model(long[] allCounts) {
        long[] counts =
                Arrays.stream(allCounts).filter(count -> count > 0).sorted().toArray();
        long most = Arrays.stream(counts).max().orElse(0);
        Quantity topShare = repeated.topShare(most, sum(counts));
        Quantity chao1 = Chao1.biasCorrected().atLeast(counts, options.level());
        Quantity entropy = repeated.entropyBits(counts);
        Map<ModelNumber, Quantity> estimates = byConstant(
                ModelNumber.class,
                bootstrap().estimateJointly(new long[][] {counts}, ModelNumber.intervals(), MODEL_STATISTICS));
        Function<ModelNumber, Quantity> number = wanted -> reasoned(
                wanted.measure(), counts, estimates.getOrDefault(wanted, Quantity.unavailable("not computed")));
        Quantity agreement = number.apply(ModelNumber.AGREEMENT);
        Quantity coverage = Coverage.estimate(counts, options.level());
        return new ModelNumbers(
                topShare,
                entropy(counts, entropy),
                new ModelAnalysis.HillNumbers(
                        valued(HillNumber.ofOrder(0)::of, counts, chao1, end -> end),
                        valued(HillNumber.ofOrder(1)::of, counts, entropy, bits -> Math.pow(2, bits)),
                        valued(HillNumber.ofOrder(2)::of, counts, agreement, chance -> 1 / chance),
                        valued(HillNumber.ofOrder(Double.POSITIVE_INFINITY)::of, counts, topShare, share -> 1 / share)),
                coverage,
                chao1,
                new ModelDetail(
                        new ModelDetail.Richness(
                                Chao1.classic().atLeast(counts, options.level()),
                                Chao1.sampleSizeCorrected().atLeast(counts, options.level()),
                                number.apply(ModelNumber.ACE)),
                        new ModelDetail.Simpson(agreement, number.apply(ModelNumber.CONCENTRATION)),
                        new ModelDetail.Evenness(number.apply(ModelNumber.PIELOU), number.apply(ModelNumber.HEIP)),
                        valued(Coverage.goodTuring()::of, counts, coverage, end -> end),
                        RarefactionCurve.of(counts, sum(counts))));
    }

    private static ModelAnalysis.EntropyBits entropy(long[] counts, Quantity entropy) {
        Function<EntropyEstimator, Quantity> by = estimator -> valued(estimator::bits, counts, entropy, end -> end);
        return new ModelAnalysis.EntropyBits(
                by.apply(EntropyEstimator.plugIn()),
                by.apply(EntropyEstimator.millerMadow()),
                by.apply(EntropyEstimator.chaoShen()),
                by.apply(EntropyEstimator.grassberger()),
                entropy,
                by.apply(EntropyEstimator.shrinkage(1)));
    }

    /** Where a measure knows why it does not exist, that is told rather than that resampling failed. */
    private static Quantity reasoned(DiversityMeasure measure, long[] counts, Quantity quantity) {
        return quantity instanceof Estimate
                ? quantity
                : measure.unavailable(counts).map(Quantity::unavailable).orElse(quantity);
    }

    /** {@return a number of one model's counts} */
    Quantity estimate(long[] counts, Bounds bounds, ToDoubleFunction<long[]> statistic) {
        return bootstrap().estimate(counts, bounds, statistic);
    }

    /** {@return the mean over samples of this size of a number that depends on the size} */
    Quantity atThisSize(long[] counts, Bounds bounds, ToDoubleFunction<long[]> statistic) {
        return bootstrap().withMethod(Method.STUDENT).estimate(counts, bounds, statistic);
    }

    private static Map<OverlapMeasure, Method> pairMeasures() {
        Map<OverlapMeasure, Method> measures = new EnumMap<>(OverlapMeasure.class);
        EnumSet<OverlapMeasure> all = EnumSet.allOf(OverlapMeasure.class);
        // A function of another: see PairAnalysis.
        all.removeAll(EnumSet.of(OverlapMeasure.SORENSEN_DICE, OverlapMeasure.JENSEN_SHANNON_DISTANCE));
        all.forEach(measure -> measures.put(measure, Method.STUDENT));
        return measures;
    }

    /** {@return the numbers of every pair of rows, (0, 1), (0, 2) … (1, 2) …} */
    List<Map<OverlapMeasure, Quantity>> pairs(ContingencyTable table) {
        return OverlapMeasure.estimates(PAIR_MEASURES, table, bootstrap());
    }

    /** {@return the test that two models answer alike} */
    PairAnalysis.PairTest equality(long[] a, long[] b) {
        return permutation()
                .test(a, b, OverlapMeasure.jensenShannonByCell())
                .map(test -> PairAnalysis.PairTest.of(test.pValue(), test.method()))
                .orElse(PairAnalysis.PairTest.unavailable("one of the two has no answers"));
    }

    /** {@return the test that all models answer alike} */
    PromptDetail.EqualityTest equality(ContingencyTable table) {
        OptionalDouble none = OptionalDouble.empty();
        return Association.homogeneity(table, permutation())
                .map(test -> new PromptDetail.EqualityTest(
                        OptionalDouble.of(test.statistic()),
                        OptionalDouble.of(test.pValue()),
                        none,
                        none,
                        test.method()))
                .orElse(PromptDetail.EqualityTest.unavailable(FEW_MODELS));
    }

    private PermutationTest permutation() {
        return PermutationTest.withDefaults().withResamples(options.resamples()).withSeed(seeds.nextLong());
    }

    /**
     * {@return how diversity divides between models, how the answer depends on the model, and how models agree}
     *
     * @param table models that have answers
     */
    AcrossModels acrossModels(ContingencyTable table) {
        if (table.rows() < 2) {
            return AcrossModels.unavailable(FEW_MODELS);
        }
        List<Bootstrap.Interval> intervals = Arrays.stream(ModelsTogether.values())
                .map(number -> new Bootstrap.Interval(method(number), number.bounds(table.rows())))
                .toList();
        Map<ModelsTogether, Quantity> numbers = byConstant(
                ModelsTogether.class,
                bootstrap().estimateJointly(table.counts(), intervals, ofSquares(ModelsTogether.statistics())));
        numbers.computeIfPresent(ModelsTogether.CRAMERS_V_CORRECTED, (v, square) -> root(square));
        return new AcrossModels(numbers, "");
    }

    /**
     * The corrected V is 0 as often as not where models are alike, and resamples, which repeat answers, are all well above:
     * they vary as V² does, not as V.
     */
    private static CountStatistics ofSquares(CountStatistics statistics) {
        int v = List.of(ModelsTogether.values()).indexOf(ModelsTogether.CRAMERS_V_CORRECTED);
        return (samples, into) -> {
            statistics.evaluate(samples, into);
            into[v] *= into[v];
        };
    }

    private static Quantity root(Quantity square) {
        return square instanceof Estimate e
                ? new Estimate(
                        Math.sqrt(e.value()),
                        Math.sqrt(e.lower()),
                        Math.sqrt(e.upper()),
                        e.level(),
                        e.method() + " of the square")
                : square;
    }

    private static Method method(ModelsTogether number) {
        return number == ModelsTogether.CRAMERS_V_CORRECTED ? Method.NORMAL : Method.STUDENT;
    }

    /** {@return quantities by the constants in whose order they are} */
    private static <E extends Enum<E>> Map<E, Quantity> byConstant(Class<E> type, List<Quantity> quantities) {
        Map<E, Quantity> byConstant = new EnumMap<>(type);
        Iterator<Quantity> next = quantities.iterator();
        for (E constant : EnumSet.allOf(type)) {
            byConstant.put(constant, next.next());
        }
        return byConstant;
    }

    /** {@return the mean over prompts of a number in [0, 1], or of one without bounds} */
    Quantity meanOverPrompts(double[] values, Bounds bounds) {
        return bootstrap().mean(values, bounds);
    }

    static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    /** {@return a value of the counts with the interval of another number that says the same on another scale} */
    private static Quantity valued(
            ToDoubleFunction<long[]> measure, long[] counts, Quantity interval, DoubleUnaryOperator scale) {
        if (!(interval instanceof Estimate estimate)) {
            return interval;
        }
        double lower = scale.applyAsDouble(estimate.lower());
        double upper = scale.applyAsDouble(estimate.upper());
        return new Estimate(
                measure.applyAsDouble(counts),
                Math.min(lower, upper),
                Math.max(lower, upper),
                estimate.level(),
                estimate.method());
    }
}
