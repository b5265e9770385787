package dev.slop.metrics.inference;

import java.util.SplittableRandom;

/**
 * Draws from binomial distributions of changing parameters: inversion where the mean is below 10, else the transformed
 * rejection BTRS of Hörmann, Journal of Statistical Computation and Simulation 46 (1993) 101.
 */
final class BinomialSampler {
    private static final double[] STIRLING_TAIL = {
        0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093, 0.016644691189821193,
        0.013876128823070748, 0.01189670994589177, 0.010411265261972096, 0.009255462182712733, 0.00833056343336287
    };

    private BinomialSampler() {}

    /**
     * Draws the number of successes.
     *
     * @param random source of randomness
     * @param trials 0 or more
     * @param probability in [0, 1]
     */
    static long draw(SplittableRandom random, long trials, double probability) {
        if (trials == 0 || probability <= 0) {
            return 0;
        }
        if (probability > 0.5) {
            return trials - draw(random, trials, 1 - probability);
        }
        return trials * probability < 10
                ? byInversion(random, trials, probability)
                : byRejection(random, trials, probability);
    }

    private static long byInversion(SplittableRandom random, long trials, double probability) {
        double odds = probability / (1 - probability);
        double a = (trials + 1.0) * odds;
        double mass = Math.exp(trials * Math.log1p(-probability));
        double u = random.nextDouble();
        long successes = 0;
        // The mass underflows far in the tail; the bound keeps rounding from looping.
        while (u > mass && successes < trials && mass > 0) {
            u -= mass;
            successes++;
            mass *= a / successes - odds;
        }
        return successes;
    }

    private static long byRejection(SplittableRandom random, long trials, double probability) {
        double deviation = Math.sqrt(trials * probability * (1 - probability));
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * probability;
        double centre = trials * probability + 0.5;
        double squeeze = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * deviation;
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double candidate = Math.floor((2 * a / us + b) * u + centre);
            if (candidate < 0 || candidate > trials) {
                continue;
            }
            if ((us >= 0.07 && v <= squeeze)
                    || Math.log(v * alpha / (a / (us * us) + b))
                            <= logMassOverMode((double) trials, probability, candidate)) {
                return (long) candidate;
            }
        }
    }

    /** Logarithm of the probability of k over that of the mode, by Stirling's series. */
    private static double logMassOverMode(double n, double p, double k) {
        double m = Math.floor((n + 1) * p);
        double r = p / (1 - p);
        return (m + 0.5) * Math.log((m + 1) / (r * (n - m + 1)))
                + (n + 1) * Math.log1p((k - m) / (n - k + 1))
                + (k + 0.5) * Math.log(r * (n - k + 1) / (k + 1))
                + stirlingTail(m)
                + stirlingTail(n - m)
                - stirlingTail(k)
                - stirlingTail(n - k);
    }

    private static double stirlingTail(double k) {
        if (k < STIRLING_TAIL.length) {
            return STIRLING_TAIL[(int) k];
        }
        double square = (k + 1) * (k + 1);
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
    }
}
