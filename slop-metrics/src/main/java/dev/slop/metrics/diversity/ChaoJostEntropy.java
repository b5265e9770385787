package dev.slop.metrics.diversity;

import org.apache.commons.math3.util.ContinuedFraction;

/** Entropy from the slope of the accumulation curve, extended by the answers not seen. */
record ChaoJostEntropy() implements EntropyEstimator {
    private static final double PRECISION = 1e-15;

    @Override
    public String name() {
        return "Chao–Jost";
    }

    @Override
    public double nats(long[] counts) {
        long n = Counts.total(counts);
        double digammaN = Logarithms.digamma(n);
        double seen = 0;
        int once = 0;
        int twice = 0;
        for (long count : counts) {
            if (count > 0) {
                seen += count * (digammaN - Logarithms.digamma(count));
                once += count == 1 ? 1 : 0;
                twice += count == 2 ? 1 : 0;
            }
        }
        return seen / n + unseen(n, once, twice);
    }

    private static double unseen(long n, double f1, double f2) {
        double fresh = f2 > 0 ? (n - 1) * f1 : (n - 1) * (f1 - 1);
        double again = f2 > 0 ? 2 * f2 : 2;
        if (f1 == 0 || fresh == 0) {
            return 0;
        }
        double z = fresh / (fresh + again);
        return f1 / n * z * tail(n, z, again / (fresh + again));
    }

    /*
     * (1-a)^-n (-ln a - sum_{k<n} (1-a)^k/k) is a difference of nearly equal numbers, and its sum has n terms. It equals
     * sum_{j>=0} z^j/(n+j) = F(1,n;n+1;z)/n with z = 1-a: all terms positive.
     */
    private static double tail(long n, double z, double a) {
        return n * a < 1 ? seriesInA(n, a) : new GaussFraction(n, z).value();
    }

    /** sum_k (n)_k/k! a^k (psi(k+1) - psi(n+k) - ln a); Abramowitz and Stegun 15.3.10. */
    private static double seriesInA(long n, double a) {
        double lnA = Math.log(a);
        double factor = 1;
        double sum = 0;
        for (int k = 0; factor > PRECISION * PRECISION; k++) {
            sum += factor * (Logarithms.digamma(k + 1L) - Logarithms.digamma(n + k) - lnA);
            factor *= a * (n + k) / (k + 1);
        }
        return sum;
    }

    /** Gauss' continued fraction 1/(n - n^2 z/(n+1 - z/(n+2 - (n+1)^2 z/(n+3 - 4z/(n+4 - ...))))). */
    private static final class GaussFraction extends ContinuedFraction {
        private final long n;
        private final double z;

        GaussFraction(long n, double z) {
            this.n = n;
            this.z = z;
        }

        double value() {
            return 1 / evaluate(z, PRECISION);
        }

        @Override
        protected double getA(int i, double x) {
            return (double) n + i;
        }

        @Override
        protected double getB(int i, double x) {
            double root = i % 2 == 1 ? n + i / 2 : i / 2;
            return -root * root * z;
        }
    }
}
