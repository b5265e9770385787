package dev.slop.metrics;

import java.util.OptionalDouble;

/**
 * The outcome of a significance test.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the p-value is not in [0, 1].
 *
 * @param statistic the test statistic
 * @param degreesOfFreedom of the reference distribution, where it has them
 * @param pValue probability of a statistic at least as extreme under the null; 0 only by underflow
 * @param log10PValue decimal logarithm of the p-value, which does not underflow
 * @param method how the p-value was made, for example {@code "Monte Carlo, B = 9999, seed 1"}
 */
public record TestResult(
        double statistic, OptionalDouble degreesOfFreedom, double pValue, double log10PValue, String method) {
    public TestResult {
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("p-value must be in [0, 1]: " + pValue);
        }
    }

    /**
     * Tells whether the null is rejected.
     *
     * @param alpha significance level, in (0, 1)
     * @return whether {@code pValue <= alpha}
     */
    public boolean rejects(double alpha) {
        return pValue <= alpha;
    }
}
