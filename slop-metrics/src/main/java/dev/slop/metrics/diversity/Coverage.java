package dev.slop.metrics.diversity;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import org.apache.commons.math3.special.Erf;

/**
 * Sample coverage: the share of the source's own distribution that belongs to the answers seen; 1 − coverage is the
 * chance that the next answer is new.
 */
public final class Coverage {
    private Coverage() {}

    /**
     * {@return the Good–Turing estimate 1 − f<sub>1</sub>/n, in [0, 1]; 0 if every answer occurs once. No answers:
     * unavailable}
     *
     * <p>Source: Good (1953), Biometrika 40.
     */
    public static DiversityMeasure goodTuring() {
        return new Measure("coverage (Good–Turing)", Coverage::goodTuring);
    }

    /**
     * {@return the Chao–Jost estimate 1 − (f<sub>1</sub>/n)A with A = (n − 1)f<sub>1</sub>/((n − 1)f<sub>1</sub> +
     * 2f<sub>2</sub>), or (n − 1)(f<sub>1</sub> − 1)/((n − 1)(f<sub>1</sub> − 1) + 2) where f<sub>2</sub> is 0, in [0, 1].
     * Fewer than two answers: unavailable}
     *
     * <p>Source: Chao and Jost (2012), Ecology 93; R package {@code iNEXT}.
     */
    public static DiversityMeasure chaoJost() {
        return new Measure("coverage (Chao–Jost)", counts -> extrapolated(counts, Counts.total(counts, 2), 0));
    }

    /**
     * The coverage expected of another number of answers: rarefied below n, the Chao–Jost estimate at n, extrapolated
     * above.
     *
     * @param m number of answers, at least 1; beyond 2n the bias grows
     * @return for m &lt; n: 1 − Σ p<sub>i</sub> C(n − n<sub>i</sub>, m)/C(n − 1, m); for m = n + k: 1 −
     *     (f<sub>1</sub>/n)A<sup>k+1</sup>. Fewer than two answers: unavailable
     * @throws IllegalArgumentException if m is not positive
     */
    public static DiversityMeasure at(long m) {
        Rarefaction.requirePositive(m);
        return new Measure("coverage at " + m + " answers", counts -> at(counts, m));
    }

    /**
     * The Chao–Jost estimate with an interval for the coverage of this very sample: 1 − u ± z √((u(1 − u) + 2(f<sub>2</sub>
     * + 1)/m)/m), cut to [0, 1], with m = n + 4 and u = (f<sub>1</sub> + 2)/m.
     *
     * <p>This is Esty's normal interval with two answers seen once, one seen twice and two seen often added, as Agresti
     * and Coull do for a binomial share, so that it has a width even without rare answers. Source: Esty, Annals of
     * Statistics 11 (1983) 905; Agresti and Coull, The American Statistician 52 (1998) 119.
     *
     * @param counts of the different answers, in any order
     * @param level of confidence, in (0, 1)
     * @return the estimate; unavailable for fewer than two answers
     * @throws IllegalArgumentException if a count is negative or the level not in (0, 1)
     */
    public static Quantity estimate(long[] counts, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1): " + level);
        }
        return chaoJost().unavailable(counts).map(Quantity::unavailable).orElseGet(() -> {
            double m = Counts.total(counts) + 4.0;
            double missed = (Counts.seenTimes(counts, 1) + 2) / m;
            double again = 2 * (Counts.seenTimes(counts, 2) + 1) / m;
            double half = Math.sqrt(2) * Erf.erfInv(level) * Math.sqrt((missed * (1 - missed) + again) / m);
            double lower = Math.max(0, 1 - missed - half);
            double upper = Math.min(1, 1 - missed + half);
            return new Estimate(chaoJost().of(counts), lower, upper, level, "Esty with added answers");
        });
    }

    private static double goodTuring(long[] counts) {
        long n = Counts.total(counts);
        return 1 - (double) Counts.seenTimes(counts, 1) / n;
    }

    private static double at(long[] counts, long m) {
        long n = Counts.total(counts, 2);
        return m < n ? rarefied(CountsOfCounts.of(counts), n, m) : extrapolated(counts, n, m - n);
    }

    private static double extrapolated(long[] counts, long n, long further) {
        double f1 = Counts.seenTimes(counts, 1);
        double f2 = Counts.seenTimes(counts, 2);
        double fresh = f2 > 0 ? (n - 1) * f1 : (n - 1) * Math.max(f1 - 1, 0);
        double a = fresh / (fresh + (f2 > 0 ? 2 * f2 : 2));
        return 1 - f1 / n * Math.pow(a, further + 1.0);
    }

    private static double rarefied(CountsOfCounts classes, long n, long m) {
        double missed = 0;
        for (int i = 0; i < classes.size(); i++) {
            long count = classes.count(i);
            double share = (double) count * classes.multiplicity(i) / n;
            missed += share * Hypergeometric.missed(n - 1, count - 1, m);
        }
        return 1 - missed;
    }
}
