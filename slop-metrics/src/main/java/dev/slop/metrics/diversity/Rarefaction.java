package dev.slop.metrics.diversity;

/**
 * Hill numbers expected of another number of answers, so that sets of unequal size can be compared: rarefied below n,
 * extrapolated above, the observed ones at n.
 *
 * <p>Source: Chao, Gotelli, Hsieh, Sander, Ma, Colwell and Ellison (2014), Ecological Monographs 84; R package
 * {@code iNEXT}, whose Chao1 variant with (n − 1)/n is used for order 0.
 */
public final class Rarefaction {
    private static final EntropyEstimator ASYMPTOTIC = EntropyEstimator.chaoJost();

    private Rarefaction() {}

    /**
     * The Hill number of order 0, 1 or 2 at m answers.
     *
     * <p>Order 0: S − Σ C(n − n<sub>i</sub>, m)/C(n, m), and S + f<sub>0</sub>(1 − (1 −
     * f<sub>1</sub>/(nf<sub>0</sub> + f<sub>1</sub>))<sup>m−n</sup>) above n. Order 1: exp of the expected entropy, and
     * D∞ − (D∞ − D(n))(1 − β)<sup>m−n</sup> above n, with D∞ from the Chao–Jost entropy and β = (D(n) − D(n − 1))/(D∞ −
     * D(n − 1)). Order 2: 1/(1/m + ((m − 1)/m) Σ n<sub>i</sub>(n<sub>i</sub> − 1)/(n(n − 1))).
     *
     * <p>No answers: unavailable. One answer: unavailable above m = 1.
     *
     * @param q order: 0, 1 or 2
     * @param m number of answers, at least 1; beyond 2n the bias grows
     * @return the measure
     * @throws IllegalArgumentException if q is not 0, 1 or 2, or m is not positive
     */
    public static DiversityMeasure hill(int q, long m) {
        requirePositive(m);
        if (q < 0 || q > 2) {
            throw new IllegalArgumentException("order must be 0, 1 or 2: " + q);
        }
        return new Measure("Hill number of order " + q + " at " + m + " answers", counts -> hill(counts, q, m));
    }

    static void requirePositive(long m) {
        if (m < 1) {
            throw new IllegalArgumentException("number of answers must be positive: " + m);
        }
    }

    private static double hill(long[] counts, int q, long m) {
        long n = Counts.total(counts, m == 1 ? 1 : 2);
        if (m == 1) {
            return 1;
        }
        if (m == n) {
            return HillNumber.of(counts, q);
        }
        if (q == 2) {
            return m / (1 + (m - 1) * Simpson.unbiased().of(counts));
        }
        if (m < n) {
            CountsOfCounts classes = CountsOfCounts.of(counts);
            return q == 0 ? distinctOf(classes, n, m) : Math.exp(entropyOf(classes, n, m));
        }
        return q == 0 ? furtherDistinct(counts, n, m - n) : furtherExponential(counts, n, m - n);
    }

    private static double distinctOf(CountsOfCounts classes, long n, long m) {
        double distinct = 0;
        for (int i = 0; i < classes.size(); i++) {
            distinct += classes.multiplicity(i) * (1 - Hypergeometric.missed(n, classes.count(i), m));
        }
        return distinct;
    }

    private static double entropyOf(CountsOfCounts classes, long n, long m) {
        double entropy = 0;
        for (int i = 0; i < classes.size(); i++) {
            entropy += classes.multiplicity(i) * Hypergeometric.expectedSurprise(n, classes.count(i), m);
        }
        return entropy;
    }

    private static double furtherDistinct(long[] counts, long n, long further) {
        int distinct = Counts.distinct(counts);
        double unseen = Chao1.sampleSizeCorrected().of(counts) - distinct;
        double f1 = Counts.seenTimes(counts, 1);
        return unseen == 0 ? distinct : distinct - unseen * Math.expm1(further * Math.log1p(-f1 / (n * unseen + f1)));
    }

    private static double furtherExponential(long[] counts, long n, long further) {
        double limit = Math.exp(ASYMPTOTIC.nats(counts));
        double here = HillNumber.of(counts, 1);
        double before = Math.exp(entropyOf(CountsOfCounts.of(counts), n, n - 1));
        double slope = (here - before) / (limit - before);
        return here < limit && slope > 0 ? here - (limit - here) * Math.expm1(further * Math.log1p(-slope)) : here;
    }
}
