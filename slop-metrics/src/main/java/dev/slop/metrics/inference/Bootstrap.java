package dev.slop.metrics.inference;

import com.google.common.base.Suppliers;
import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Confidence intervals by resampling. Immutable; equal seeds give equal intervals whatever the number of threads.
 *
 * <p>Answers are resampled within each sample (model), n of n with replacement; prompts likewise. Statistics are pure
 * functions that neither change nor keep the counts they are given, accept further cells, and are NaN where undefined.
 *
 * <p>The interval is bias-corrected and accelerated (BCa, acceleration by jackknife), or of another {@link Method}. Where
 * nearly all resamples lie to one side of the value BCa is undefined and the basic interval is taken. {@link Estimate#method()}
 * says which it is. Intervals are cut to the statistic's {@link Bounds}.
 *
 * <p>An interval is never of zero width. Where resamples do not vary, because all n answers are equal or because models
 * share nothing, they say nothing about what was not seen. Then the interval runs from the least to the greatest value
 * that the statistic takes when up to ⌈n u⌉ answers are replaced by one unseen answer, u = 1 − (1 − level)<sup>1/n</sup>
 * being the exact upper bound on the probability of an answer that n draws missed (for pairs, the level is shared out
 * by Bonferroni). It bounds one further answer, not a multitude of them. If that does not move the statistic either,
 * as with n = 1, the quantity is unavailable. For shares {@link BinomialInterval} is exact and preferable.
 *
 * <p>Plug-in statistics of few answers are biased and so is every resample; intervals correct for that in part only.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapters 13 and 14.
 */
public final class Bootstrap {
    /** How an interval is made of the replicates. None covers its level for 10 answers of many kinds. */
    public enum Method {
        /** Quantiles of the replicates: for reference; resampling repeats a statistic's bias. */
        PERCENTILE,
        /**
         * Quantiles mirrored at the value: for statistics with a strong bias, such as the plug-in entropy or the
         * Jensen–Shannon divergence of fewer than 100 answers, where BCa corrects too little.
         */
        BASIC,
        /**
         * Value ± normal quantile × standard deviation of the replicates: for statistics that correct for small samples
         * themselves, such as the Miller–Madow entropy, which the others would correct once more and too far.
         */
        NORMAL,
        /**
         * Value ± Student's t quantile × standard deviation × √(n/(n − 1)), on the logit scale of statistics between two
         * bounds and the logarithmic scale of those above one; n − 1 degrees of freedom, n the size of the smallest
         * sample. It is an interval for the mean that the statistic has over samples of these sizes, which the value
         * estimates without bias whatever the statistic: for an unbiased statistic the truth, for a plug-in statistic
         * of few answers another number than that of endless samples, and to be compared at equal n only.
         */
        STUDENT,
        /** Bias-corrected and accelerated: for all others. */
        BCA
    }

    private final Method method;
    private final int resamples;
    private final double level;
    private final long seed;

    private Bootstrap(Method method, int resamples, double level, long seed) {
        if (resamples < 1 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "resamples must be positive, level in (0, 1): " + resamples + ", " + level);
        }
        this.method = method;
        this.resamples = resamples;
        this.level = level;
        this.seed = seed;
    }

    /** {@return BCa, 9,999 resamples, level 0.95, seed 1} */
    public static Bootstrap withDefaults() {
        return new Bootstrap(Method.BCA, 9_999, 0.95, 1);
    }

    /** {@return the kind of interval} */
    public Method method() {
        return method;
    }

    /**
     * {@return the same with another kind of interval}
     *
     * @param method the kind
     */
    public Bootstrap withMethod(Method method) {
        return new Bootstrap(method, resamples, level, seed);
    }

    /**
     * {@return the same with another number of resamples}
     *
     * @param resamples B, positive
     */
    public Bootstrap withResamples(int resamples) {
        return new Bootstrap(method, resamples, level, seed);
    }

    /**
     * {@return the same at another confidence level}
     *
     * @param level in (0, 1)
     */
    public Bootstrap withLevel(double level) {
        return new Bootstrap(method, resamples, level, seed);
    }

    /** {@return the confidence level} */
    public double level() {
        return level;
    }

    /**
     * {@return the same with other randomness}
     *
     * @param seed of the generator
     */
    public Bootstrap withSeed(long seed) {
        return new Bootstrap(method, resamples, level, seed);
    }

    /**
     * Estimates a statistic of one sample.
     *
     * @param counts of the answers
     * @param bounds range of the statistic
     * @param statistic of counts
     * @return the estimate, or why there is none
     */
    public Quantity estimate(long[] counts, Bounds bounds, ToDoubleFunction<long[]> statistic) {
        return estimateAll(
                        new long[][] {counts},
                        List.of(bounds),
                        (samples, into) -> into[0] = statistic.applyAsDouble(samples[0]))
                .get(0);
    }

    /**
     * Estimates a statistic of two samples, which are resampled each on its own.
     *
     * @param a counts of one
     * @param b counts of the other, same cells
     * @param bounds range of the statistic
     * @param statistic of both counts
     * @return the estimate, or why there is none
     */
    public Quantity estimate(long[] a, long[] b, Bounds bounds, ToDoubleBiFunction<long[], long[]> statistic) {
        return estimateAll(
                        new long[][] {a, b},
                        List.of(bounds),
                        (samples, into) -> into[0] = statistic.applyAsDouble(samples[0], samples[1]))
                .get(0);
    }

    /**
     * Estimates several statistics of several samples from the same resamples, which costs little more than one.
     *
     * @param samples counts, one row a sample, same cells
     * @param bounds range of each statistic; as many as there are statistics
     * @param statistics of all counts
     * @return an estimate a statistic, or why there is none
     * @throws IllegalArgumentException if rows differ in length or a count is negative
     */
    public List<Quantity> estimateAll(long[][] samples, List<Bounds> bounds, CountStatistics statistics) {
        return estimateJointly(
                samples, bounds.stream().map(b -> new Interval(method, b)).toList(), statistics);
    }

    /**
     * Estimates several statistics of several samples from the same resamples, each with an interval of its own kind.
     *
     * @param samples counts, one row a sample, same cells
     * @param intervals one for each statistic
     * @param statistics of all counts
     * @return an estimate a statistic, or why there is none
     * @throws IllegalArgumentException if rows differ in length or a count is negative
     */
    public List<Quantity> estimateJointly(long[][] samples, List<Interval> intervals, CountStatistics statistics) {
        long[][] data = checked(samples);
        return Arrays.stream(data).flatMapToLong(Arrays::stream).sum() == 0
                ? without(intervals)
                : quantities(data, intervals, statistics, ofReplicates(resample(data, intervals.size(), statistics)));
    }

    /**
     * Estimates several statistics of every pair of several samples. All pairs share the resamples, which each sample
     * draws on its own.
     *
     * @param samples counts, one row a sample, same cells
     * @param intervals one for each statistic
     * @param statistics of two samples
     * @return for each pair of rows, (0, 1), (0, 2) … (1, 2) …, an estimate a statistic, or why there is none
     * @throws IllegalArgumentException if rows differ in length or a count is negative
     */
    public List<List<Quantity>> estimatePairs(long[][] samples, List<Interval> intervals, PairStatistics statistics) {
        long[][] data = checked(samples);
        PairResamples pairs = new PairResamples(data, statistics, intervals.size());
        Quantity[][][] estimates = new Quantity[data.length][data.length][];
        for (List<PairResamples.Pair> part : pairs.parts(resamples)) {
            Quantifier quantifier = intervals.stream().allMatch(interval -> interval.method() == Method.STUDENT)
                    ? ofMoments(pairs.moments(part, resamples, seed))
                    : ofReplicates(pairs.values(part, resamples, seed));
            IntStream.range(0, part.size()).parallel().forEach(i -> {
                PairResamples.Pair pair = part.get(i);
                Quantifier own = (output, value, sampled, unvaried) ->
                        quantifier.quantity(i * intervals.size() + output, value, sampled, unvaried);
                estimates[pair.a()][pair.b()] = quantities(pairs.rows(pair), intervals, pairs.ofTwo(), own)
                        .toArray(Quantity[]::new);
            });
        }
        List<List<Quantity>> result = new ArrayList<>();
        for (int a = 0; a < data.length; a++) {
            for (int b = a + 1; b < data.length; b++) {
                result.add(estimates[a][b] == null ? without(intervals) : List.of(estimates[a][b]));
            }
        }
        return result;
    }

    /**
     * What interval a statistic gets.
     *
     * @param method the kind
     * @param bounds range of the statistic
     */
    public record Interval(Method method, Bounds bounds) {}

    private static List<Quantity> without(List<Interval> intervals) {
        return intervals.stream().map(any -> Quantity.unavailable("no answers")).toList();
    }

    private List<Quantity> quantities(
            long[][] data, List<Interval> intervals, CountStatistics statistics, Quantifier quantifier) {
        int outputs = intervals.size();
        double[] values = new double[outputs];
        statistics.evaluate(data, values);
        boolean accelerated = intervals.stream().anyMatch(interval -> interval.method() == Method.BCA);
        double[] acceleration = accelerated ? Acceleration.of(data, outputs, statistics) : new double[outputs];
        long smallest = Arrays.stream(data)
                .mapToLong(row -> Arrays.stream(row).sum())
                .min()
                .orElseThrow();
        Supplier<double[][]> unseen = Suppliers.memoize(() -> UnseenAnswers.range(data, values, level, statistics));
        List<Quantity> quantities = new ArrayList<>(outputs);
        for (int i = 0; i < outputs; i++) {
            int output = i;
            quantities.add(quantifier.quantity(
                    i,
                    values[i],
                    new Sampled(acceleration[i], smallest, intervals.get(i)),
                    () -> new Fallback(unseen.get()[0][output], unseen.get()[1][output], unvaried(data))));
        }
        return quantities;
    }

    /**
     * Estimates the mean over prompts of a statistic, its interval over prompts: prompts are resampled, their values
     * stay. That carries the randomness of the answers too, as the values vary by it. Where all prompts have the same
     * value v, a different prompt may have been missed: the interval is v ± u times the distance to the bounds,
     * u = 1 − (1 − level)<sup>1/prompts</sup>.
     *
     * @param values by prompt, all finite
     * @param bounds range of the statistic
     * @return the estimate; unavailable for fewer than two prompts
     */
    public Quantity mean(double[] values, Bounds bounds) {
        if (values.length < 2 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            return Quantity.unavailable(values.length < 2 ? few(values.length) : "a prompt has no value");
        }
        double[][] replicates = Replicates.run(resamples, seed, 1, values.length, () -> (random, into) -> {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[Replicates.below(random, values.length)];
            }
            into[0] = sum / values.length;
        });
        return overPrompts(values, replicates[0], bounds);
    }

    /**
     * Estimates the mean over prompts of a statistic by resampling prompts and, within each, answers. Wider than
     * {@link #mean}: to be used where there are few prompts with many answers each. One prompt is resampled within
     * only.
     *
     * @param prompts by prompt the counts, one row a sample
     * @param bounds range of the statistic
     * @param statistic of the counts of one prompt
     * @return the estimate; unavailable without prompts or where the statistic is undefined for one
     */
    public Quantity meanOverPrompts(List<long[][]> prompts, Bounds bounds, ToDoubleFunction<long[][]> statistic) {
        if (prompts.size() == 1) {
            CountStatistics only = (samples, into) -> into[0] = statistic.applyAsDouble(samples);
            return estimateAll(prompts.get(0), List.of(bounds), only).get(0);
        }
        List<long[][]> data = prompts.stream().map(Bootstrap::checked).toList();
        double[] values = data.stream().mapToDouble(statistic).toArray();
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            return Quantity.unavailable(values.length == 0 ? few(0) : "undefined for a prompt");
        }
        List<Resampler[]> resamplers = data.stream().map(Bootstrap::resamplers).toList();
        long work = data.stream()
                .flatMapToLong(rows -> Arrays.stream(rows).mapToLong(row -> row.length))
                .sum();
        double[][] replicates = Replicates.run(resamples, seed, 1, work, () -> (random, into) -> {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                int prompt = Replicates.below(random, values.length);
                sum += statistic.applyAsDouble(draw(resamplers.get(prompt), data.get(prompt), random));
            }
            into[0] = sum / values.length;
        });
        return overPrompts(values, replicates[0], bounds);
    }

    private Quantity overPrompts(double[] values, double[] replicates, Bounds bounds) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double missed = 1 - Math.pow(1 - level, 1.0 / values.length);
        Fallback fallback = bounds.finite()
                ? new Fallback(
                        mean - missed * (mean - bounds.lower()),
                        mean + missed * (bounds.upper() - mean),
                        "all " + values.length + " prompts equal, " + bound(values.length) + " on another prompt")
                : new Fallback(mean, mean, "");
        Sampled sampled = new Sampled(Acceleration.ofMean(values), values.length, new Interval(method, bounds));
        return quantity(mean, replicates, sampled, () -> fallback);
    }

    /** What an interval needs beside value and replicates; the size is that of the smallest sample. */
    private record Sampled(double acceleration, long size, Interval form) {}

    /** What stands in for an interval that has no width. */
    private record Fallback(double lower, double upper, String method) {}

    /** Makes the quantity of an output that was replicated. */
    @FunctionalInterface
    private interface Quantifier {
        Quantity quantity(int output, double value, Sampled sampled, Supplier<Fallback> unvaried);
    }

    private Quantifier ofReplicates(double[][] replicates) {
        return (output, value, sampled, unvaried) -> quantity(value, replicates[output], sampled, unvaried);
    }

    private Quantifier ofMoments(Moments moments) {
        return (output, value, sampled, unvaried) -> {
            Bounds bounds = sampled.form().bounds();
            return quantity(
                    value,
                    moments.undefined(output),
                    () -> BootstrapInterval.student(moments.deviation(output), value, sampled.size(), bounds, level),
                    bounds,
                    unvaried);
        };
    }

    private Quantity quantity(double value, double[] replicates, Sampled sampled, Supplier<Fallback> unvaried) {
        double[] defined = finite(replicates);
        return quantity(
                value,
                replicates.length - defined.length,
                () -> interval(defined, value, sampled),
                sampled.form().bounds(),
                unvaried);
    }

    private Quantity quantity(
            double value,
            int undefined,
            Supplier<BootstrapInterval> ofDefined,
            Bounds bounds,
            Supplier<Fallback> unvaried) {
        if (!Double.isFinite(value)) {
            return Quantity.unavailable("undefined for these counts");
        }
        if (undefined > resamples / 20) {
            return Quantity.unavailable("undefined for " + undefined + " of " + resamples + " resamples");
        }
        BootstrapInterval interval = ofDefined.get();
        double lower = bounds.clamp(interval.lower());
        double upper = bounds.clamp(interval.upper());
        if (wide(lower, upper)) {
            return new Estimate(value, lower, upper, level, interval.method() + ", B = " + resamples);
        }
        Fallback fallback = unvaried.get();
        double least = bounds.clamp(fallback.lower());
        double greatest = bounds.clamp(fallback.upper());
        return wide(least, greatest)
                ? new Estimate(value, least, greatest, level, fallback.method())
                : Quantity.unavailable("no interval: resamples do not vary");
    }

    private static double[] finite(double[] values) {
        boolean all = true;
        for (double value : values) {
            all &= Double.isFinite(value);
        }
        return all ? values : Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    private BootstrapInterval interval(double[] defined, double value, Sampled sampled) {
        return switch (sampled.form().method()) {
            case PERCENTILE -> BootstrapInterval.percentile(defined, level);
            case NORMAL -> BootstrapInterval.normal(defined, value, level);
            case STUDENT ->
                BootstrapInterval.student(
                        Math.sqrt(StatUtils.variance(defined)),
                        value,
                        sampled.size(),
                        sampled.form().bounds(),
                        level);
            case BASIC -> BootstrapInterval.basic(defined, value, level, "basic bootstrap");
            case BCA ->
                BootstrapInterval.bca(defined, value, sampled.acceleration(), level)
                        .orElseGet(() ->
                                BootstrapInterval.basic(defined, value, level, "basic bootstrap (BCa undefined)"));
        };
    }

    /** Rounding may part replicates that are the same. */
    private static boolean wide(double lower, double upper) {
        return upper - lower > 1e-12 * Math.max(Math.abs(lower), Math.abs(upper));
    }

    private double[][] resample(long[][] data, int outputs, CountStatistics statistics) {
        Resampler[] resamplers = resamplers(data);
        return Replicates.run(resamples, seed, outputs, work(data), () -> {
            long[][] buffer = new long[data.length][data[0].length];
            return (random, into) -> {
                for (int row = 0; row < buffer.length; row++) {
                    resamplers[row].draw(random, buffer[row]);
                }
                statistics.evaluate(buffer, into);
            };
        });
    }

    private static long[][] draw(Resampler[] resamplers, long[][] shape, SplittableRandom random) {
        long[][] drawn = new long[shape.length][shape[0].length];
        for (int row = 0; row < drawn.length; row++) {
            resamplers[row].draw(random, drawn[row]);
        }
        return drawn;
    }

    private static Resampler[] resamplers(long[][] data) {
        return Arrays.stream(data).map(Resampler::of).toArray(Resampler[]::new);
    }

    private static long work(long[][] data) {
        return (long) data.length * data[0].length + 16;
    }

    private String unvaried(long[][] data) {
        long filled = Arrays.stream(data[0]).filter(count -> count > 0).count();
        if (data.length == 1 && filled == 1) {
            long n = Arrays.stream(data[0]).sum();
            return "all " + n + " answers equal, " + bound(n) + " on a second answer";
        }
        return "resamples do not vary, exact bound on one unseen answer a sample";
    }

    private String bound(long n) {
        return "exact bound 1 - " + Math.round((1 - level) * 1e6) / 1e6 + "^(1/" + n + ")";
    }

    private static String few(int prompts) {
        return prompts == 0 ? "no prompts" : "one prompt: no interval over prompts";
    }

    private static long[][] checked(long[][] samples) {
        long[][] copy = Arrays.stream(samples).map(long[]::clone).toArray(long[][]::new);
        for (long[] row : copy) {
            if (row.length != copy[0].length || Arrays.stream(row).anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("samples need the same cells and no negative counts");
            }
        }
        return copy;
    }
}
