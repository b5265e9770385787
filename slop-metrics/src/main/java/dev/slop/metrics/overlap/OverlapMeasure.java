package dev.slop.metrics.overlap;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.inference.BinomialInterval;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.CellDistance;
import dev.slop.metrics.inference.PermutationTest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * How alike, or how far apart, the answers of two models to one prompt are.
 *
 * <p>Notation: a and b are the counts of the two models by answer, p = a / n<sub>a</sub> and q = b / n<sub>b</sub>
 * their shares. Every measure is symmetric and undefined where a model has no answers. All are plug-in values of what
 * was seen: with few answers, two models of the same distribution look less alike than they are, which is why a
 * value is quoted with its interval and beside its label-permutation test.
 *
 * <p>Sources: Legendre and Legendre, Numerical Ecology (1998), chapter 7; Horn, American Naturalist 100 (1966) 419;
 * Lin, IEEE Transactions on Information Theory 37 (1991) 145; values checked against R vegan 2.6-4 and scipy.
 */
public enum OverlapMeasure {
    /** Different answers of both over different answers of either, in [0, 1]; blind to how often. */
    JACCARD(true),

    /** Ruzicka index of the shares: sum of min(p, q) over sum of max(p, q), in [0, 1]. */
    WEIGHTED_JACCARD(true),

    /** Szymkiewicz–Simpson: different answers of both over those of the less varied, in [0, 1]. */
    OVERLAP_COEFFICIENT(true),

    /** Twice the different answers of both over the sum of those of each, in [0, 1]. */
    SORENSEN_DICE(true),

    /** 2 sum pq / (sum p² + sum q²), in [0, 1]. */
    MORISITA_HORN(true),

    /**
     * Morisita's index, 2 sum pq / (λ<sub>a</sub> + λ<sub>b</sub>) with the unbiased λ = sum a(a − 1) / (n(n − 1)): may
     * exceed 1; undefined where a model has fewer than two answers or no answer occurs twice within a model.
     */
    MORISITA(true),

    /**
     * Jensen–Shannon divergence in bits, in [0, 1]. Biased upwards: by Miller and Madow's argument about
     * (answers given by both − 1) / (4 n ln 2) bit for n answers of each, and more where answers were missed.
     */
    JENSEN_SHANNON_BITS(false),

    /** Square root of the Jensen–Shannon divergence in bits: a metric, in [0, 1]. */
    JENSEN_SHANNON_DISTANCE(false),

    /** sqrt(½ sum (√p − √q)²), in [0, 1]. */
    HELLINGER(false),

    /** sum |a − b| / (n<sub>a</sub> + n<sub>b</sub>) of the counts themselves, in [0, 1]; unequal n count as distance. */
    BRAY_CURTIS(false),

    /** ½ sum |p − q|, in [0, 1]: the share of answers that would have to change. */
    TOTAL_VARIATION(false),

    /** sum pq, in [0, 1]: chance that one fresh answer of each is the same. */
    COLLISION_PROBABILITY(true),

    /** sqrt(sum p² sum q²): the most that {@link #COLLISION_PROBABILITY} can be for models as varied as these. */
    COLLISION_MAXIMUM(true);

    private final boolean similarity;

    OverlapMeasure(boolean similarity) {
        this.similarity = similarity;
    }

    /** {@return whether more means more alike; otherwise the measure is a distance} */
    public boolean isSimilarity() {
        return similarity;
    }

    /**
     * {@return the measure, empty where it is undefined}
     *
     * @param a counts of one model
     * @param b counts of the other, same cells
     * @throws IllegalArgumentException if the numbers of cells differ or a count is negative
     */
    public OptionalDouble of(long[] a, long[] b) {
        double value = statistic().applyAsDouble(a, b);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * {@return the measure, empty where it is undefined}
     *
     * @param a answers of one model
     * @param b answers of the other
     * @param <T> the answers' type
     */
    public <T extends Comparable<? super T>> OptionalDouble of(FrequencyTable<T> a, FrequencyTable<T> b) {
        ContingencyTable table = ContingencyTable.of(List.of(a, b));
        return of(table.row(0), table.row(1));
    }

    /**
     * {@return why the measure is undefined, empty where it is defined}
     *
     * @param a counts of one model
     * @param b counts of the other, same cells
     */
    public Optional<String> whyUndefined(long[] a, long[] b) {
        PairSums sums = PairSums.of(a, b, needsInformation());
        if (sums.answersA == 0 || sums.answersB == 0) {
            return Optional.of("no answers");
        }
        return Double.isNaN(of(sums)) ? Optional.of("no answer occurs twice within a model") : Optional.empty();
    }

    /**
     * {@return the measure as a bare function of two rows of counts, for resampling: NaN marks an undefined resample}
     */
    public ToDoubleBiFunction<long[], long[]> statistic() {
        boolean information = needsInformation();
        return (a, b) -> of(PairSums.of(a, b, information));
    }

    /**
     * Estimates the measure. What is estimated is its mean over pairs of samples of these sizes, for which
     * {@link Bootstrap.Method#STUDENT} is made; for {@link #COLLISION_PROBABILITY} that is the value of endless samples
     * too, for the others it depends on n while n is small. {@link #JACCARD} and {@link #SORENSEN_DICE}, which count
     * different answers, do without resampling, which repeats answers: of the different answers of either, those of both
     * are taken as binomial (Wilson). As some are more likely shared than others, that interval is somewhat too wide.
     *
     * @param a answers of one model
     * @param b answers of the other
     * @param bootstrap makes the interval
     * @param <T> the answers' type
     * @return the estimate, or why there is none
     */
    public <T extends Comparable<? super T>> Quantity estimate(
            FrequencyTable<T> a, FrequencyTable<T> b, Bootstrap bootstrap) {
        return estimates(EnumSet.of(this), a, b, bootstrap).getOrDefault(this, Quantity.unavailable("no answers"));
    }

    /**
     * Estimates several measures from the same resamples, which costs little more than one.
     *
     * @param measures which
     * @param a answers of one model
     * @param b answers of the other
     * @param bootstrap makes the intervals
     * @param <T> the answers' type
     * @return by measure the estimate, or why there is none
     */
    public static <T extends Comparable<? super T>> Map<OverlapMeasure, Quantity> estimates(
            Set<OverlapMeasure> measures, FrequencyTable<T> a, FrequencyTable<T> b, Bootstrap bootstrap) {
        Map<OverlapMeasure, Bootstrap.Method> methods = new EnumMap<>(OverlapMeasure.class);
        measures.forEach(measure -> methods.put(measure, bootstrap.method()));
        return estimates(methods, ContingencyTable.of(List.of(a, b)), bootstrap).get(0);
    }

    /**
     * Estimates several measures of every pair of models. All pairs share the resamples, which each model's answers
     * draw on their own.
     *
     * @param methods the measures, and the interval of each
     * @param table answers by model
     * @param bootstrap makes the intervals
     * @return for each pair of rows, (0, 1), (0, 2) … (1, 2) …, by measure the estimate, or why there is none
     */
    public static List<Map<OverlapMeasure, Quantity>> estimates(
            Map<OverlapMeasure, Bootstrap.Method> methods, ContingencyTable table, Bootstrap bootstrap) {
        List<OverlapMeasure> measures = methods.keySet().stream().sorted().toList();
        List<Bootstrap.Interval> intervals = new ArrayList<>();
        methods.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> intervals.add(
                        new Bootstrap.Interval(e.getValue(), e.getKey().bounds())));
        long[][] rows = table.counts();
        List<List<Quantity>> quantities = bootstrap.estimatePairs(rows, intervals, OverlapStatistics.of(measures));
        List<Map<OverlapMeasure, Quantity>> estimates = new ArrayList<>();
        for (int a = 0; a < rows.length; a++) {
            for (int b = a + 1; b < rows.length; b++) {
                long[][] pair = {rows[a], rows[b]};
                estimates.add(reasoned(measures, pair, quantities.get(estimates.size()), bootstrap.level()));
            }
        }
        return estimates;
    }

    /** Where a measure knows why it does not exist, that is told rather than that resampling failed. */
    private static Map<OverlapMeasure, Quantity> reasoned(
            List<OverlapMeasure> measures, long[][] rows, List<Quantity> quantities, double level) {
        Map<OverlapMeasure, Quantity> estimates = new EnumMap<>(OverlapMeasure.class);
        for (int i = 0; i < measures.size(); i++) {
            Quantity estimate = quantities.get(i);
            estimates.put(
                    measures.get(i),
                    estimate instanceof Estimate
                            ? measures.get(i).byKinds(rows, level).orElse(estimate)
                            : measures.get(i)
                                    .whyUndefined(rows[0], rows[1])
                                    .map(Quantity::unavailable)
                                    .orElse(estimate));
        }
        return estimates;
    }

    /** Jaccard's index as a share of the different answers, and Dice's by way of it. */
    private Optional<Quantity> byKinds(long[][] rows, double level) {
        if (this != JACCARD && this != SORENSEN_DICE) {
            return Optional.empty();
        }
        PairSums sums = PairSums.of(rows[0], rows[1], false);
        long either = sums.distinctA + sums.distinctB - sums.shared;
        String method = "Wilson over " + either + " different answers, mean at this n";
        return BinomialInterval.WILSON.estimate(sums.shared, either, level) instanceof Estimate share
                ? Optional.of(new Estimate(of(sums), ofJaccard(share.lower()), ofJaccard(share.upper()), level, method))
                : Optional.empty();
    }

    private double ofJaccard(double jaccard) {
        return this == JACCARD ? jaccard : 2 * jaccard / (1 + jaccard);
    }

    /**
     * Tests that both models draw their answers from one distribution, with this measure for distance.
     *
     * @param a answers of one model
     * @param b answers of the other
     * @param test makes the p-value
     * @param <T> the answers' type
     * @return the result, its statistic the distance, or a similarity negated; empty where the measure is undefined
     */
    public <T extends Comparable<? super T>> Optional<TestResult> test(
            FrequencyTable<T> a, FrequencyTable<T> b, PermutationTest test) {
        ContingencyTable table = ContingencyTable.of(List.of(a, b));
        if (this == JENSEN_SHANNON_BITS) {
            return test.test(table.row(0), table.row(1), jensenShannonByCell());
        }
        ToDoubleBiFunction<long[], long[]> measure = statistic();
        int sign = similarity ? -1 : 1;
        return test.test(table.row(0), table.row(1), (x, y) -> sign * measure.applyAsDouble(x, y));
    }

    /** {@return what each cell adds to {@link #JENSEN_SHANNON_BITS}, for fast permutation tests} */
    public static CellDistance jensenShannonByCell() {
        return (a, b, answersA, answersB) ->
                InformationTerms.of(answersA, answersB).jensenShannonBits(a, b);
    }

    private Bounds bounds() {
        return this == MORISITA ? Bounds.NOT_NEGATIVE : Bounds.UNIT;
    }

    double of(PairSums sums) {
        return sums.answersA == 0 || sums.answersB == 0 ? Double.NaN : ofAnswered(sums);
    }

    boolean needsInformation() {
        return this == JENSEN_SHANNON_BITS || this == JENSEN_SHANNON_DISTANCE || this == HELLINGER;
    }

    private double ofAnswered(PairSums sums) {
        return switch (this) {
            case JACCARD -> (double) sums.shared / (sums.distinctA + sums.distinctB - sums.shared);
            case WEIGHTED_JACCARD -> sums.smallerShares / sums.largerShares;
            case OVERLAP_COEFFICIENT -> (double) sums.shared / Math.min(sums.distinctA, sums.distinctB);
            case SORENSEN_DICE -> 2.0 * sums.shared / (sums.distinctA + sums.distinctB);
            case MORISITA_HORN -> 2 * sums.products / (sums.squaresA + sums.squaresB);
            case MORISITA -> morisita(sums);
            case JENSEN_SHANNON_BITS -> jensenShannonBits(sums);
            case JENSEN_SHANNON_DISTANCE -> Math.sqrt(jensenShannonBits(sums));
            case HELLINGER -> Math.min(1, Math.sqrt(sums.squaredRootDifferences / 2));
            case BRAY_CURTIS -> sums.countDifference / ((double) sums.answersA + sums.answersB);
            case TOTAL_VARIATION -> Math.max(0, sums.largerShares - sums.smallerShares) / 2;
            case COLLISION_PROBABILITY -> sums.products;
            case COLLISION_MAXIMUM -> Math.sqrt(sums.squaresA * sums.squaresB);
        };
    }

    private static double jensenShannonBits(PairSums sums) {
        return Math.min(1, Math.max(0, sums.jensenShannonBits));
    }

    private static double morisita(PairSums sums) {
        double lambda = sums.agreementA + sums.agreementB;
        return lambda > 0 ? 2 * sums.products / lambda : Double.NaN;
    }
}
