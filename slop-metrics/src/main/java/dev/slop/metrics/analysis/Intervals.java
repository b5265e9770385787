package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.diversity.Chao1;
import dev.slop.metrics.diversity.DiversityMeasure;
import dev.slop.metrics.inference.BinomialInterval;
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
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Every number of the suite with its interval. Numbers of the same data share their resamples. */
final class Intervals {
    /* Divergences of few answers are biased, and so is every resample of them, which the basic interval turns round. */
    private static final Map<OverlapMeasure, Method> PAIR_MEASURES = new EnumMap<>(Map.ofEntries(
            Map.entry(OverlapMeasure.JENSEN_SHANNON_BITS, Method.BASIC),
            Map.entry(OverlapMeasure.HELLINGER, Method.BASIC),
            Map.entry(OverlapMeasure.JACCARD, Method.BCA),
            Map.entry(OverlapMeasure.WEIGHTED_JACCARD, Method.BCA),
            Map.entry(OverlapMeasure.MORISITA_HORN, Method.BCA),
            Map.entry(OverlapMeasure.TOTAL_VARIATION, Method.BCA),
            Map.entry(OverlapMeasure.COLLISION_PROBABILITY, Method.BCA),
            Map.entry(OverlapMeasure.OVERLAP_COEFFICIENT, Method.BCA),
            Map.entry(OverlapMeasure.MORISITA, Method.BCA),
            Map.entry(OverlapMeasure.BRAY_CURTIS, Method.BCA),
            Map.entry(OverlapMeasure.COLLISION_MAXIMUM, Method.BCA)));

    private static final String FEW_MODELS = "fewer than two models with answers";
    private static final CountStatistics MODEL_STATISTICS = ModelNumber.statistics();

    private final AnalysisOptions options;
    private final SplittableRandom seeds;

    Intervals(AnalysisOptions options, long seed) {
        this.options = options;
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
        long[] counts = Arrays.stream(allCounts).filter(count -> count > 0).toArray();
        Map<ModelNumber, Quantity> estimates = byConstant(
                ModelNumber.class,
                bootstrap().estimateJointly(new long[][] {counts}, ModelNumber.intervals(), MODEL_STATISTICS));
        Function<ModelNumber, Quantity> number = wanted -> reasoned(
                wanted.measure(), counts, estimates.getOrDefault(wanted, Quantity.unavailable("not computed")));
        Function<Chao1, Quantity> chao1 = variant -> variant.estimate(counts, options.level());
        return new ModelNumbers(
                topShare(counts),
                new ModelAnalysis.EntropyBits(
                        number.apply(ModelNumber.PLUG_IN),
                        number.apply(ModelNumber.MILLER_MADOW),
                        number.apply(ModelNumber.CHAO_SHEN),
                        number.apply(ModelNumber.GRASSBERGER),
                        number.apply(ModelNumber.CHAO_JOST),
                        number.apply(ModelNumber.SHRINKAGE)),
                new ModelAnalysis.HillNumbers(
                        number.apply(ModelNumber.HILL_0),
                        number.apply(ModelNumber.HILL_1),
                        number.apply(ModelNumber.HILL_2),
                        number.apply(ModelNumber.HILL_INFINITY)),
                number.apply(ModelNumber.CHAO_JOST_COVERAGE),
                chao1.apply(Chao1.biasCorrected()),
                new ModelDetail(
                        new ModelDetail.Richness(
                                chao1.apply(Chao1.classic()),
                                chao1.apply(Chao1.sampleSizeCorrected()),
                                number.apply(ModelNumber.ACE)),
                        new ModelDetail.Simpson(
                                number.apply(ModelNumber.AGREEMENT), number.apply(ModelNumber.CONCENTRATION)),
                        new ModelDetail.Evenness(number.apply(ModelNumber.PIELOU), number.apply(ModelNumber.HEIP)),
                        number.apply(ModelNumber.GOOD_TURING_COVERAGE),
                        RarefactionCurve.of(counts, sum(counts))));
    }

    private Quantity topShare(long[] counts) {
        long most = Arrays.stream(counts).max().orElse(0);
        return BinomialInterval.share(most, Arrays.stream(counts).sum(), options.level());
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

    /** {@return the numbers of every pair of rows, (0, 1), (0, 2) … (1, 2) …} */
    List<Map<OverlapMeasure, Quantity>> pairs(ContingencyTable table) {
        return OverlapMeasure.estimates(PAIR_MEASURES, table, bootstrap());
    }

    /** {@return the test that two models answer alike} */
    PairAnalysis.PairTest equality(long[] a, long[] b) {
        OptionalDouble none = OptionalDouble.empty();
        return permutation()
                .test(a, b, OverlapMeasure.jensenShannonByCell())
                .map(test -> new PairAnalysis.PairTest(OptionalDouble.of(test.pValue()), none, none, test.method()))
                .orElse(new PairAnalysis.PairTest(none, none, none, "one of the two has no answers"));
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
                .map(number -> new Bootstrap.Interval(Method.BCA, number.bounds(table.rows())))
                .toList();
        return new AcrossModels(
                byConstant(
                        ModelsTogether.class,
                        bootstrap().estimateJointly(table.counts(), intervals, ModelsTogether.statistics())),
                "");
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
}
