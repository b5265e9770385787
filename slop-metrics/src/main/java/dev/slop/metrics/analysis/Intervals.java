package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.diversity.Chao1;
import dev.slop.metrics.diversity.Coverage;
import dev.slop.metrics.diversity.DiversityMeasure;
import dev.slop.metrics.diversity.EntropyEstimator;
import dev.slop.metrics.diversity.HillNumber;
import dev.slop.metrics.diversity.Simpson;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.Bootstrap.Method;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.CountStatistics;
import dev.slop.metrics.inference.EntropyInterval;
import dev.slop.metrics.inference.PermutationTest;
import dev.slop.metrics.inference.TopShareInterval;
import dev.slop.metrics.overlap.Association;
import dev.slop.metrics.overlap.ContingencyTable;
import dev.slop.metrics.overlap.DiversityPartition;
import dev.slop.metrics.overlap.KrippendorffAlpha;
import dev.slop.metrics.overlap.OverlapMeasure;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Every number of the suite with its interval. Numbers of the same data share their resamples. */
final class Intervals {
    /** Resamples that give a standard deviation to 2 %: more would not be seen in the interval. */
    private static final int MOST_FOR_A_DEVIATION = 1_000;

    private static final Bounds AT_LEAST_ONE = new Bounds(1, Double.POSITIVE_INFINITY);
    private static final Bounds AT_MOST_ONE = new Bounds(Double.NEGATIVE_INFINITY, 1);

    /* Which interval suits which number was measured by simulation; docs/statistics.md has the table. */
    private static final Set<OverlapMeasure> PAIR_MEASURES = EnumSet.of(
            OverlapMeasure.JACCARD,
            OverlapMeasure.WEIGHTED_JACCARD,
            OverlapMeasure.MORISITA_HORN,
            OverlapMeasure.JENSEN_SHANNON_BITS,
            OverlapMeasure.HELLINGER,
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
        long most = Arrays.stream(counts).max().orElse(0);
        Quantity topShare = TopShareInterval.estimate(most, sum(counts), options.level());
        Quantity chao1 = Chao1.biasCorrected().atLeast(counts, options.level());
        Quantity entropy = EntropyInterval.withDefaults()
                .withLevel(options.level())
                .withResamples(Math.max(2, Math.min(options.resamples(), MOST_FOR_A_DEVIATION)))
                .withSeed(seeds.nextLong())
                .bits(counts);
        Quantity agreement = agreement(counts);
        return new ModelNumbers(
                topShare,
                entropy(counts, entropy),
                new ModelAnalysis.HillNumbers(
                        valued(HillNumber.ofOrder(0)::of, counts, chao1, end -> end),
                        valued(HillNumber.ofOrder(1)::of, counts, entropy, bits -> Math.pow(2, bits)),
                        valued(HillNumber.ofOrder(2)::of, counts, agreement, chance -> 1 / chance),
                        valued(HillNumber.ofOrder(Double.POSITIVE_INFINITY)::of, counts, topShare, share -> 1 / share)),
                Coverage.estimate(counts, options.level()),
                chao1);
    }

    private static ModelAnalysis.EntropyBits entropy(long[] counts, Quantity entropy) {
        return new ModelAnalysis.EntropyBits(
                valued(EntropyEstimator.plugIn()::bits, counts, entropy, end -> end),
                valued(EntropyEstimator.millerMadow()::bits, counts, entropy, end -> end),
                valued(EntropyEstimator.chaoShen()::bits, counts, entropy, end -> end),
                valued(EntropyEstimator.grassberger()::bits, counts, entropy, end -> end),
                entropy);
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
        Quantity resampled =
                bootstrap().withMethod(Method.STUDENT).estimate(counts, Bounds.UNIT, defined(Simpson.unbiased()));
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
        return OverlapMeasure.estimates(PAIR_MEASURES, a, b, bootstrap().withMethod(Method.STUDENT));
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

    /** Resampling wants NaN where a measure throws. */
    private static ToDoubleFunction<long[]> defined(DiversityMeasure measure) {
        return counts -> {
            try {
                return measure.of(counts);
            } catch (IllegalArgumentException undefined) {
                return Double.NaN;
            }
        };
    }
}
