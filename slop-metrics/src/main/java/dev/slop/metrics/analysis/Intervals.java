package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.diversity.Chao1;
import dev.slop.metrics.diversity.Coverage;
import dev.slop.metrics.diversity.DiversityMeasure;
import dev.slop.metrics.diversity.EntropyEstimator;
import dev.slop.metrics.diversity.HillNumber;
import dev.slop.metrics.diversity.Simpson;
import dev.slop.metrics.inference.BinomialInterval;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.CountStatistics;
import dev.slop.metrics.inference.PermutationTest;
import dev.slop.metrics.overlap.Association;
import dev.slop.metrics.overlap.ContingencyTable;
import dev.slop.metrics.overlap.DiversityPartition;
import dev.slop.metrics.overlap.KrippendorffAlpha;
import dev.slop.metrics.overlap.OverlapMeasure;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** Every number of the suite with its interval. Numbers of the same data share their resamples. */
final class Intervals {
    private static final Bounds AT_LEAST_ONE = new Bounds(1, Double.POSITIVE_INFINITY);
    private static final Bounds AT_MOST_ONE = new Bounds(Double.NEGATIVE_INFINITY, 1);

    private static final List<ToDoubleFunction<long[]>> MODEL_NUMBERS = List.of(
            bits(EntropyEstimator.plugIn()),
            bits(EntropyEstimator.millerMadow()),
            bits(EntropyEstimator.chaoShen()),
            bits(EntropyEstimator.grassberger()),
            defined(HillNumber.ofOrder(0)),
            defined(HillNumber.ofOrder(1)),
            defined(HillNumber.ofOrder(2)),
            defined(HillNumber.ofOrder(Double.POSITIVE_INFINITY)),
            defined(Coverage.chaoJost()));
    private static final List<Bounds> MODEL_BOUNDS = List.of(
            Bounds.NOT_NEGATIVE,
            Bounds.NOT_NEGATIVE,
            Bounds.NOT_NEGATIVE,
            Bounds.NOT_NEGATIVE,
            AT_LEAST_ONE,
            AT_LEAST_ONE,
            AT_LEAST_ONE,
            AT_LEAST_ONE,
            Bounds.UNIT);

    private static final List<OverlapMeasure> PAIR_MEASURES = List.of(
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

    /** The numbers of one model, in the order of {@link #MODEL_NUMBERS}. */
    ModelNumbers model(long[] counts) {
        List<Quantity> q = bootstrap().estimateAll(new long[][] {counts}, MODEL_BOUNDS, (samples, into) -> {
            for (int i = 0; i < into.length; i++) {
                into[i] = MODEL_NUMBERS.get(i).applyAsDouble(samples[0]);
            }
        });
        return new ModelNumbers(
                topShare(counts),
                new ModelAnalysis.EntropyBits(q.get(0), q.get(1), q.get(2), q.get(3)),
                new ModelAnalysis.HillNumbers(q.get(4), q.get(5), q.get(6), q.get(7)),
                reasoned(Coverage.chaoJost(), counts, q.get(8)),
                Chao1.biasCorrected().estimate(counts, options.level()));
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

    /** {@return the numbers of a pair in the order of {@link #PAIR_MEASURES}} */
    List<Quantity> pair(long[] a, long[] b) {
        if (sum(a) == 0 || sum(b) == 0) {
            Quantity none = Quantity.unavailable("one of the two has no answers");
            return PAIR_MEASURES.stream().map(measure -> none).toList();
        }
        List<ToDoubleBiFunction<long[], long[]>> statistics =
                PAIR_MEASURES.stream().map(OverlapMeasure::statistic).toList();
        List<Bounds> bounds = PAIR_MEASURES.stream().map(measure -> Bounds.UNIT).toList();
        return bootstrap().estimateAll(new long[][] {a, b}, bounds, (samples, into) -> {
            for (int i = 0; i < into.length; i++) {
                into[i] = statistics.get(i).applyAsDouble(samples[0], samples[1]);
            }
        });
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
}
