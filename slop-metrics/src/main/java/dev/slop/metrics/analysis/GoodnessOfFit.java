package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;

/**
 * How far answers are from a stated distribution.
 *
 * @param target in words, for example {@code uniform over 1..100}
 * @param cells number of answers the target permits
 * @param chiSquare Pearson's test
 * @param g likelihood-ratio test
 * @param cohensW effect size, sqrt(chi-square / n)
 * @param totalVariation half the sum of absolute differences of shares, in [0, 1]
 * @param expectedDistinct different answers expected of n draws from the target
 * @param detail further numbers
 */
public record GoodnessOfFit(
        String target,
        int cells,
        TestResult chiSquare,
        TestResult g,
        Quantity cohensW,
        Quantity totalVariation,
        double expectedDistinct,
        Detail detail) {
    /**
     * Further numbers.
     *
     * @param inside answers that the target permits, on which all of this is
     * @param outside answers that it does not permit
     * @param cressieRead the test of power 2/3
     * @param kullbackLeiblerBits divergence of the answers seen from the target; of a uniform one, log₂ of the cells minus
     *     the entropy
     * @param asymptoticChiSquare Pearson's test by the chi-square distribution, whatever the expected counts: its decimal
     *     logarithm goes on where a simulation ends, but is exact only for expected counts of 5 or more
     * @param asymptoticG the likelihood-ratio test likewise
     */
    public record Detail(
            long inside,
            long outside,
            TestResult cressieRead,
            Quantity kullbackLeiblerBits,
            TestResult asymptoticChiSquare,
            TestResult asymptoticG) {}
}
