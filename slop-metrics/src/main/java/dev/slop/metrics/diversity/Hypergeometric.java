package dev.slop.metrics.diversity;

/** m answers drawn without replacement from n, of which {@code marked} are marked. */
final class Hypergeometric {
    /* Products and ratios instead of differences of log-gammas, which lose all digits at n = 10^9. */
    private static final double NEGLIGIBLE = 1e-20;

    private Hypergeometric() {}

    /** {@return C(n - marked, m)/C(n, m), the chance that no marked answer is drawn} */
    static double missed(long n, long marked, long m) {
        if (m > n - marked) {
            return 0;
        }
        long factors = Math.min(marked, m);
        long others = n - Math.max(marked, m);
        double chance = 1;
        for (long j = 0; j < factors && chance > Double.MIN_NORMAL; j++) {
            chance *= (double) (others - j) / (n - j);
        }
        return chance;
    }

    /** {@return the expected entropy term -(k/m) ln(k/m) of the number k of marked answers drawn} */
    static double expectedSurprise(long n, long marked, long m) {
        long low = Math.max(0, m - (n - marked));
        long high = Math.min(marked, m);
        long mode = Math.min(high, Math.max(low, (long) ((m + 1.0) * (marked + 1.0) / (n + 2.0))));
        double weights = 1;
        double sum = surprise(mode, m);
        double weight = 1;
        for (long k = mode; k < high && weight > NEGLIGIBLE; k++) {
            weight *= up(n, marked, m, k);
            weights += weight;
            sum += weight * surprise(k + 1, m);
        }
        weight = 1;
        for (long k = mode; k > low && weight > NEGLIGIBLE; k--) {
            weight /= up(n, marked, m, k - 1);
            weights += weight;
            sum += weight * surprise(k - 1, m);
        }
        return sum / weights;
    }

    /** P(k + 1)/P(k). */
    private static double up(long n, long marked, long m, long k) {
        return (double) (marked - k) / (k + 1) * (m - k) / (n - marked - m + k + 1);
    }

    private static double surprise(long k, long m) {
        return k == 0 ? 0 : (double) k / m * (Logarithms.ln(m) - Logarithms.ln(k));
    }
}
