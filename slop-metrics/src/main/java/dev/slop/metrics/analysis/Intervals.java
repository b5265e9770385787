package dev.slop.metrics.analysis;

import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.diversity.Chao1;
import dev.slop.metrics.diversity.Coverage;
import dev.slop.metrics.diversity.DiversityMeasure;
import dev.slop.metrics.diversity.EntropyEstimator;
import dev.slop.metrics.diversity.HillNumber;
import dev.slop.metrics.diversity.Simpson;
import dev.slop.metrics.inference.BinomialInterval;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.Bootstrap.Method;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.CountStatistics;
import dev.slop.metrics.inference.PermutationTest;
import dev.slop.metrics.overlap.Association;
import dev.slop.metrics.overlap.ContingencyTable;
import dev.slop.metrics.overlap.DiversityPartition;
import dev.slop.metrics.overlap.KrippendorffAlpha;
import dev.slop.metrics.overlap.OverlapMeasure;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Every number of the suite with its interval. Numbers of the same data share their resamples. */
final class Intervals {
    private static final Bounds AT_LEAST_ONE = new Bounds(1, Double.POSITIVE_INFINITY);
    private static final Bounds AT_MOST_ONE = new Bounds(Double.NEGATIVE_INFINITY, 1);

    /* Which interval suits which number was measured by simulation; docs/statistics.md has the table. Plug-in numbers
     * are biased low and so is every resample of them, which the basic interval turns round; bias-corrected numbers are
     * near normal; the others are the better for BCa. */
    private static final List<ModelNumber> BIASED_NUMBERS = List.of(
            new ModelNumber(bits(EntropyEstimator.plugIn()), Bounds.NOT_NEGATIVE),
            new ModelNumber(defined(HillNumber.ofOrder(0)), AT_LEAST_ONE),
            new ModelNumber(defined(HillNumber.ofOrder(1)), AT_LEAST_ONE));
    private static final List<ModelNumber> CORRECTED_NUMBERS = List.of(
            new ModelNumber(bits(EntropyEstimator.millerMadow()), Bounds.NOT_NEGATIVE),
            new ModelNumber(bits(EntropyEstimator.chaoShen()), Bounds.NOT_NEGATIVE),
            new ModelNumber(bits(EntropyEstimator.grassberger()), Bounds.NOT_NEGATIVE),
            new ModelNumber(defined(Coverage.chaoJost()), Bounds.UNIT));
    private static final List<ModelNumber> OTHER_NUMBERS = List.of(
            new ModelNumber(defined(HillNumber.ofOrder(2)), AT_LEAST_ONE),
            new ModelNumber(defined(HillNumber.ofOrder(Double.POSITIVE_INFINITY)), AT_LEAST_ONE));

    private static final Set<OverlapMeasure> BIASED_MEASURES =
            EnumSet.of(OverlapMeasure.JENSEN_SHANNON_BITS, OverlapMeasure.HELLINGER);
    private static final Set<OverlapMeasure> OTHER_MEASURES = EnumSet.of(
            OverlapMeasure.JACCARD,
            OverlapMeasure.WEIGHTED_JACCARD,
            OverlapMeasure.MORISITA_HORN,
            OverlapMeasure.TOTAL_VARIATION,
            OverlapMeasure.COLLISION_PROBABILITY);

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
    ModelNumbers model(long[] counts) {
        List<Quantity> biased = estimate(counts, BIASED_NUMBERS, Method.BASIC);
        List<Quantity> corrected = estimate(counts, CORRECTED_NUMBERS, Method.NORMAL);
        List<Quantity> other = estimate(counts, OTHER_NUMBERS, Method.BCA);
        return new ModelNumbers(
                topShare(counts),
                new ModelAnalysis.EntropyBits(biased.get(0), corrected.get(0), corrected.get(1), corrected.get(2)),
                new ModelAnalysis.HillNumbers(biased.get(1), biased.get(2), other.get(0), other.get(1)),
                reasoned(Coverage.chaoJost(), counts, corrected.get(3)),
                Chao1.biasCorrected().estimate(counts, options.level()));
    }

    private List<Quantity> estimate(long[] counts, List<ModelNumber> numbers, Method method) {
        List<Bounds> bounds = numbers.stream().map(ModelNumber::bounds).toList();
        return bootstrap().withMethod(method).estimateAll(new long[][] {counts}, bounds, (samples, into) -> {
            for (int i = 0; i < into.length; i++) {
                into[i] = numbers.get(i).statistic().applyAsDouble(samples[0]);
            }
        });
    }

    private Quantity topShare(long[] counts) {
        long most = Arrays.stream(counts).max().orElse(0);
        return BinomialInterval.share(most, Arrays.stream(counts).sum(), options.level());
    }

    /** Where a measure knows why it does not exist, that is told rather than that resampling failed. */
    private static Quantity reasoned(DiversityMeasure measure, long[] counts, Quantity quantity) {
        return measure.unavailable(counts).map(Quantity::unavailable).orElse(quantity);
    }

    /** {@return a number of one model's counts} */
    Quantity estimate(long[] counts, Bounds bounds, ToDoubleFunction<long[]> statistic) {
        return bootstrap().estimate(counts, bounds, statistic);
    }

    /** {@return the chance that two fresh answers are the same} */
    Quantity agreement(long[] counts) {
        Quantity resampled = bootstrap().estimate(counts, Bounds.UNIT, defined(Simpson.unbiased()));
        return reasoned(Simpson.unbiased(), counts, resampled);
    }

    /** {@return the mean over rows of the chance that two fresh answers of the row are the same} */
    Quantity meanAgreement(long[][] rows) {
        if (rows.length == 0) {
            return Quantity.unavailable("no answers");
        }
        ToDoubleFunction<long[]> agreement = defined(Simpson.unbiased());
        CountStatistics mean = (samples, into) -> into[0] =
                Arrays.stream(samples).mapToDouble(agreement).average().orElse(Double.NaN);
        return bootstrap().estimateAll(rows, List.of(Bounds.UNIT), mean).get(0);
    }

    /** {@return the numbers of a pair} */
    Map<OverlapMeasure, Quantity> pair(FrequencyTable<Integer> a, FrequencyTable<Integer> b) {
        Map<OverlapMeasure, Quantity> numbers = new EnumMap<>(OverlapMeasure.class);
        numbers.putAll(
                OverlapMeasure.estimates(BIASED_MEASURES, a, b, bootstrap().withMethod(Method.BASIC)));
        numbers.putAll(OverlapMeasure.estimates(OTHER_MEASURES, a, b, bootstrap()));
        return numbers;
    }

    /** {@return the test that two models answer alike} */
    PairAnalysis.PairTest equality(long[] a, long[] b) {
        return PermutationTest.withDefaults()
                .withResamples(options.resamples())
                .withSeed(seeds.nextLong())
                .test(a, b, OverlapMeasure.JENSEN_SHANNON_BITS.statistic())
                .map(test -> new PairAnalysis.PairTest(
                        OptionalDouble.of(test.pValue()), OptionalDouble.empty(), test.method()))
                .orElse(new PairAnalysis.PairTest(
                        OptionalDouble.empty(), OptionalDouble.empty(), "one of the two has no answers"));
    }

    /** {@return how diversity divides between models, and how the answer depends on the model} */
    AcrossModels acrossModels(long[][] rows) {
        if (rows.length < 2) {
            return AcrossModels.unavailable("fewer than two models with answers");
        }
        List<Bounds> bounds =
                List.of(AT_LEAST_ONE, new Bounds(1, rows.length), AT_LEAST_ONE, Bounds.UNIT, Bounds.UNIT, AT_MOST_ONE);
        List<Quantity> q = bootstrap().estimateAll(rows, bounds, Intervals::acrossModels);
        return new AcrossModels(new Partition(q.get(0), q.get(1), q.get(2), q.get(3)), q.get(4), q.get(5));
    }

    private static void acrossModels(long[][] samples, double[] into) {
        ContingencyTable table = ContingencyTable.ofCounts(samples);
        DiversityPartition partition = DiversityPartition.of(table, 1).orElseThrow();
        into[0] = partition.alpha();
        into[1] = partition.beta();
        into[2] = partition.gamma();
        into[3] = partition.turnover().orElse(Double.NaN);
        into[4] = Association.of(table).cramersVCorrected().orElse(Double.NaN);
        into[5] = KrippendorffAlpha.acrossModels(table).orElse(Double.NaN);
    }

    /** {@return the mean over prompts of a number in [0, 1], or of one without bounds} */
    Quantity meanOverPrompts(double[] values, Bounds bounds) {
        return bootstrap().mean(values, bounds);
    }

    static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    private static ToDoubleFunction<long[]> bits(EntropyEstimator estimator) {
        return orNaN(estimator::bits);
    }

    private static ToDoubleFunction<long[]> defined(DiversityMeasure measure) {
        return orNaN(measure::of);
    }

    /** Resampling wants NaN where a measure throws. */
    private static ToDoubleFunction<long[]> orNaN(Function<long[], Double> measure) {
        return counts -> {
            try {
                return measure.apply(counts);
            } catch (IllegalArgumentException undefined) {
                return Double.NaN;
            }
        };
    }

    /** A number of one model's counts, and the range it lies in. */
    private record ModelNumber(ToDoubleFunction<long[]> statistic, Bounds bounds) {}
}
