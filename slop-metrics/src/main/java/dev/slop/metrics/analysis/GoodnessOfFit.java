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
 */
public record GoodnessOfFit(
        String target,
        int cells,
        TestResult chiSquare,
        TestResult g,
        Quantity cohensW,
        Quantity totalVariation,
        double expectedDistinct) {}
