package dev.slop.metrics.inference;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Intervals for the share k / n of answers of one kind that was fixed beforehand. The kind that came most often was chosen by
 * the data: for its share see {@link TopShareInterval}.
 */
public enum BinomialInterval {
    /**
     * Score interval: (k + z²/2)/(n + z²) ± z/(n + z²) sqrt(k(n − k)/n + z²/4). Source: Wilson, Journal of the American
     * Statistical Association 22 (1927) 209.
     */
    WILSON("Wilson"),

    /**
     * Exact, covers at least the level: quantiles of Beta(k, n − k + 1) and Beta(k + 1, n − k). Source: Clopper and
     * Pearson, Biometrika 26 (1934) 404.
     */
    CLOPPER_PEARSON("Clopper-Pearson");

    private final String label;

    BinomialInterval(String label) {
        this.label = label;
    }

    /**
     * Estimates a share.
     *
     * @param successes k, answers of the kind
     * @param answers n
     * @param level confidence level, in (0, 1)
     * @return the estimate, unavailable without answers
     * @throws IllegalArgumentException unless 0 ≤ k ≤ n
     */
    public Quantity estimate(long successes, long answers, double level) {
        if (successes < 0 || successes > answers || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("needs 0 <= successes <= answers and a level in (0, 1): " + successes
                    + ", " + answers + ", " + level);
        }
        if (answers == 0) {
            return Quantity.unavailable("no answers");
        }
        double k = (double) successes;
        double n = (double) answers;
        return this == WILSON ? wilson(k, n, level) : clopperPearson(k, n, level);
    }

    /**
     * Estimates a share by {@link #WILSON}, but where none or all of the answers are of the kind by the exact one-sided
     * bound: with confidence level, what n answers never showed has at most the share 1 − (1 − level)<sup>1/n</sup>.
     *
     * @param successes k, answers of the kind
     * @param answers n
     * @param level confidence level, in (0, 1)
     * @return the estimate, unavailable without answers
     * @throws IllegalArgumentException unless 0 ≤ k ≤ n
     */
    public static Quantity share(long successes, long answers, double level) {
        Quantity wilson = WILSON.estimate(successes, answers, level);
        if (answers == 0 || (successes > 0 && successes < answers)) {
            return wilson;
        }
        double bound = -Math.expm1(Math.log1p(-level) / answers);
        String method = (successes == 0 ? "none" : "all") + " of " + answers + " answers, exact bound 1 - "
                + Math.round((1 - level) * 1e6) / 1e6 + "^(1/" + answers + ")";
        return successes == 0 ? new Estimate(0, 0, bound, level, method) : new Estimate(1, 1 - bound, 1, level, method);
    }

    private Estimate wilson(double k, double n, double level) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        double centre = (k + z * z / 2) / (n + z * z);
        double half = z / (n + z * z) * Math.sqrt(k * (n - k) / n + z * z / 4);
        double lower = k == 0 ? 0 : Math.max(0, centre - half);
        double upper = k == n ? 1 : Math.min(1, centre + half);
        return new Estimate(k / n, lower, upper, level, label);
    }

    private Estimate clopperPearson(double k, double n, double level) {
        double tail = (1 - level) / 2;
        double lower = k == 0 ? 0 : betaQuantile(k, n - k + 1, tail);
        double upper = k == n ? 1 : 1 - betaQuantile(n - k, k + 1, tail);
        return new Estimate(k / n, lower, upper, level, label);
    }

    private static double betaQuantile(double a, double b, double probability) {
        return new BetaDistribution(null, a, b, 1e-15).inverseCumulativeProbability(probability);
    }
}
