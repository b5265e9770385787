package dev.slop.metrics.diversity;

/**
 * Hill numbers: effective numbers of different answers, (Σ p<sub>i</sub><sup>q</sup>)<sup>1/(1−q)</sup>, of the observed
 * shares.
 *
 * <p>The number of equally frequent answers that would be as diverse. Falls as the order q rises, as rare answers weigh
 * less: q = 0 is S, q = 1 the exponential of the plug-in entropy, q = 2 the inverse Simpson concentration, q = ∞ the
 * inverse of the top share. No answers: unavailable. Source: Hill (1973), Ecology 54; Jost (2006), Oikos 113.
 */
public final class HillNumber {
    private HillNumber() {}

    /**
     * {@return the Hill number of an order}
     *
     * @param q at least 0; may be infinite, need not be whole
     * @throws IllegalArgumentException if q is negative or NaN
     */
    public static DiversityMeasure ofOrder(double q) {
        if (!(q >= 0)) {
            throw new IllegalArgumentException("order of a Hill number must not be negative: " + q);
        }
        return new Measure("Hill number of order " + q, counts -> of(counts, q));
    }

    static double of(long[] counts, double q) {
        long n = Counts.total(counts);
        if (q == 0) {
            return Counts.distinct(counts);
        }
        if (q == 1) {
            return Math.exp(PlugInEntropy.of(counts, n));
        }
        if (q == 2) {
            return n / (Counts.sumOfSquares(counts) / n);
        }
        if (q == Double.POSITIVE_INFINITY) {
            return (double) n / Counts.max(counts);
        }
        return Math.exp(q < 2 ? renyiBelowTwo(counts, n, q) : renyiAboveTwo(counts, n, q));
    }

    /** ln(sum p^q)/(1-q) as ln(1 + sum p (p^(q-1) - 1))/(1-q), which keeps its digits as q nears 1. */
    private static double renyiBelowTwo(long[] counts, long n, double q) {
        double lnN = Logarithms.ln(n);
        double sum = 0;
        for (long count : counts) {
            if (count > 0) {
                sum += count * Math.expm1((q - 1) * (Logarithms.ln(count) - lnN));
            }
        }
        return Math.log1p(sum / n) / (1 - q);
    }

    /** The same with the largest share factored out, so that high orders do not underflow. */
    private static double renyiAboveTwo(long[] counts, long n, double q) {
        double max = Counts.max(counts);
        double sum = 0;
        for (long count : counts) {
            sum += Math.pow(count / max, q);
        }
        return (q * Math.log(max / n) + Math.log(sum)) / (1 - q);
    }
}
