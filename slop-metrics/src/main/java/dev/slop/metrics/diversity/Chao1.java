package dev.slop.metrics.diversity;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import org.apache.commons.math3.special.Erf;

/**
 * Chao1: how many different answers there are, seen and not seen; a lower bound on it, from the answers seen once and
 * twice.
 *
 * <p>Three variants are in use and give different numbers; each is named. No answers: unavailable. Source: Chao (1984),
 * Scandinavian Journal of Statistics 11; Chao (1987), Biometrics 43; Colwell, EstimateS 9 user's guide, appendix B.
 */
public final class Chao1 implements DiversityMeasure {
    private enum Variant {
        BIAS_CORRECTED,
        CLASSIC,
        SAMPLE_SIZE_CORRECTED
    }

    private final String name;
    private final Variant variant;

    private Chao1(String name, Variant variant) {
        this.name = name;
        this.variant = variant;
    }

    /** {@return S + f<sub>1</sub>(f<sub>1</sub> − 1)/(2(f<sub>2</sub> + 1)), as in EstimateS, vegan and scikit-bio} */
    public static Chao1 biasCorrected() {
        return new Chao1("Chao1 (bias-corrected)", Variant.BIAS_CORRECTED);
    }

    /** {@return S + f<sub>1</sub>²/(2f<sub>2</sub>); bias-corrected where f<sub>1</sub> or f<sub>2</sub> is 0} */
    public static Chao1 classic() {
        return new Chao1("Chao1 (classic)", Variant.CLASSIC);
    }

    /**
     * {@return S + ((n − 1)/n) f<sub>1</sub>²/(2f<sub>2</sub>), or S + ((n − 1)/n) f<sub>1</sub>(f<sub>1</sub> − 1)/2
     * where f<sub>2</sub> is 0, as in iNEXT}
     */
    public static Chao1 sampleSizeCorrected() {
        return new Chao1("Chao1 (with (n − 1)/n)", Variant.SAMPLE_SIZE_CORRECTED);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double of(long[] counts) {
        long n = Counts.total(counts);
        return Counts.distinct(counts) + unseen(n, Counts.seenTimes(counts, 1), Counts.seenTimes(counts, 2));
    }

    /**
     * The estimate with its interval: S + f<sub>0</sub>/K to S + f<sub>0</sub>K, log-normal in the number of unseen
     * answers f<sub>0</sub>, with K = exp(z √ln(1 + variance/f<sub>0</sub>²)).
     *
     * <p>Where f<sub>0</sub> is 0 the interval starts at S and ends at S/(1 − P) + z √V/(1 − P), with P = Σ
     * exp(−n<sub>i</sub>)/S and V = Σ(exp(−n<sub>i</sub>) − exp(−2n<sub>i</sub>)) − (Σ n<sub>i</sub>
     * exp(−n<sub>i</sub>))²/n. Unavailable where there is no answer, where all are equal, and where all were seen so
     * often that this interval has no width: nothing in the counts bounds what was not seen.
     *
     * @param counts of the different answers, in any order
     * @param level of confidence, in (0, 1)
     * @return an {@link Estimate}, or why there is none
     * @throws IllegalArgumentException if a count is negative or the level not in (0, 1)
     */
    public Quantity estimate(long[] counts, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1): " + level);
        }
        return unavailable(counts).map(Quantity::unavailable).orElseGet(() -> interval(counts, level));
    }

    /**
     * The estimate as what it is, a lower bound: its interval has a lower end alone, which is one-sided.
     *
     * <p>The lower end is S + f<sub>0</sub>/K, as in {@link #estimate} but with z for one side, of the sample with two
     * answers fewer that came once; S where none of the unseen ones remains. Without that caution a single chance
     * straggler of a model whose answers have all been seen makes the lower end exceed the truth in a quarter of samples.
     * No sample bounds the number of answers from above, as a model may have any number of answers that it hardly ever
     * gives: the upper end is infinite.
     *
     * @param counts of the different answers, in any order
     * @param level of confidence, in (0, 1)
     * @return an {@link Estimate}, unavailable without answers
     * @throws IllegalArgumentException if a count is negative or the level not in (0, 1)
     */
    public Quantity atLeast(long[] counts, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1): " + level);
        }
        return unavailable(counts).map(Quantity::unavailable).orElseGet(() -> {
            double z = Math.sqrt(2) * Erf.erfInv(2 * level - 1);
            String method = name + ", log-normal lower limit, no upper limit";
            return new Estimate(of(counts), lowerLimit(counts, z), Double.POSITIVE_INFINITY, level, method);
        });
    }

    private double lowerLimit(long[] counts, double z) {
        int distinct = Counts.distinct(counts);
        long[] cautious = counts.clone();
        int dropped = 0;
        for (int i = 0; i < cautious.length && dropped < 2; i++) {
            if (cautious[i] == 1) {
                cautious[i] = 0;
                dropped++;
            }
        }
        double unseen = distinct == dropped ? 0 : of(cautious) - (distinct - dropped);
        return unseen == 0 ? distinct : distinct + unseen / spread(unseen, variance(cautious), z);
    }

    /**
     * {@return the variance of the estimate; 0 where no unseen answer is estimated and none is rare}
     *
     * @param counts of the different answers, in any order
     * @throws IllegalArgumentException if a count is negative or all are 0
     */
    public double variance(long[] counts) {
        long n = Counts.total(counts);
        double f1 = Counts.seenTimes(counts, 1);
        double f2 = Counts.seenTimes(counts, 2);
        if (unseen(n, f1, f2) == 0) {
            return varianceWithoutUnseen(counts, n);
        }
        double a = variant == Variant.SAMPLE_SIZE_CORRECTED ? (n - 1.0) / n : 1;
        if (f2 == 0) {
            return varianceWithoutDoubletons(a, f1, of(counts));
        }
        return variant == Variant.BIAS_CORRECTED ? varianceBiasCorrected(f1, f2) : varianceClassic(a, f1, f2);
    }

    private double unseen(long n, double f1, double f2) {
        double a = variant == Variant.SAMPLE_SIZE_CORRECTED ? (n - 1.0) / n : 1;
        boolean corrected = variant == Variant.BIAS_CORRECTED || f2 == 0;
        return corrected ? a * f1 * (f1 - 1) / (2 * (f2 + 1)) : a * f1 * f1 / (2 * f2);
    }

    private Quantity interval(long[] counts, double level) {
        int distinct = Counts.distinct(counts);
        double unseen = of(counts) - distinct;
        double z = Math.sqrt(2) * Erf.erfInv(level);
        if (unseen == 0) {
            return intervalWithoutUnseen(counts, distinct, z, level);
        }
        double k = spread(unseen, variance(counts), z);
        return new Estimate(
                distinct + unseen, distinct + unseen / k, distinct + unseen * k, level, name + ", log-normal interval");
    }

    /** The factor between the number of unseen answers and its limits. */
    private static double spread(double unseen, double variance, double z) {
        return Math.exp(z * Math.sqrt(Math.log1p(variance / (unseen * unseen))));
    }

    private Quantity intervalWithoutUnseen(long[] counts, int distinct, double z, double level) {
        double missed = 0;
        for (long count : counts) {
            missed += count > 0 ? Math.exp(-(double) count) / distinct : 0;
        }
        double upper = (distinct + z * Math.sqrt(variance(counts))) / (1 - missed);
        if (distinct == 1) {
            return Quantity.unavailable("all answers are equal: nothing bounds the number of others");
        }
        if (!(upper > distinct)) {
            return Quantity.unavailable("no answer is rare: nothing bounds the number of unseen ones");
        }
        return new Estimate(distinct, distinct, upper, level, name + ", no unseen answers");
    }

    /** EstimateS, equation 6. */
    private static double varianceBiasCorrected(double f1, double f2) {
        double d = f2 + 1;
        return f1 * (f1 - 1) / (2 * d)
                + f1 * square(2 * f1 - 1) / (4 * d * d)
                + f1 * f1 * f2 * square(f1 - 1) / (4 * d * d * d * d);
    }

    /** EstimateS, equation 5, for a = 1. */
    private static double varianceClassic(double a, double f1, double f2) {
        double r = f1 / f2;
        return f2 * (a * r * r / 2 + a * a * r * r * r + a * a * r * r * r * r / 4);
    }

    /** EstimateS, equation 7, for a = 1. */
    private static double varianceWithoutDoubletons(double a, double f1, double estimate) {
        return a * f1 * (f1 - 1) / 2 + a * a * f1 * square(2 * f1 - 1) / 4 - a * a * square(f1 * f1) / (4 * estimate);
    }

    /** EstimateS, equation 8, summed over the counts instead of taken at their mean. */
    private static double varianceWithoutUnseen(long[] counts, long n) {
        double spread = 0;
        double weighted = 0;
        for (long count : counts) {
            double missed = count > 0 ? Math.exp(-(double) count) : 0;
            spread += missed - missed * missed;
            weighted += count * missed;
        }
        return Math.max(0, spread - weighted * weighted / n);
    }

    private static double square(double x) {
        return x * x;
    }

    @Override
    public String toString() {
        return name;
    }
}
