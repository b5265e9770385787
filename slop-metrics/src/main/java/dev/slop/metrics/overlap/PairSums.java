package dev.slop.metrics.overlap;

import java.util.stream.IntStream;

/**
 * All that the measures need of two rows of counts, gathered in one pass, so that many measures of one resample cost
 * one pass. Equal distributions give exactly 0 for a distance.
 */
final class PairSums {
    final long answersA;
    final long answersB;
    long distinctA;
    long distinctB;
    long shared;
    long countDifference;
    double smallerShares;
    double largerShares;
    double products;
    double squaresA;
    double squaresB;
    /** Chance that two of a model's answers, drawn without replacement, are the same. */
    double agreementA;

    double agreementB;
    double squaredRootDifferences;
    double jensenShannonBits;

    private PairSums(long answersA, long answersB) {
        this.answersA = answersA;
        this.answersB = answersB;
    }

    /**
     * Gathers the sums.
     *
     * @param a counts of one model
     * @param b counts of the other, same cells
     * @param information whether the terms with logarithms and roots are wanted
     * @return the sums
     * @throws IllegalArgumentException if the numbers of cells differ or a count is negative
     */
    static PairSums of(long[] a, long[] b, boolean information) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("counts of " + a.length + " and of " + b.length + " cells");
        }
        return sum(total(a), total(b), a, b, IntStream.range(0, a.length).toArray(), information);
    }

    /**
     * Gathers the sums of counts that are known to be right.
     *
     * @param a counts of one model
     * @param b counts of the other, same cells
     * @param cells those that are not empty in both
     * @param information whether the terms with logarithms and roots are wanted
     * @return the sums
     */
    static PairSums of(long[] a, long[] b, int[] cells, boolean information) {
        long answersA = 0;
        long answersB = 0;
        for (int cell : cells) {
            answersA += a[cell];
            answersB += b[cell];
        }
        return sum(answersA, answersB, a, b, cells, information);
    }

    private static PairSums sum(long answersA, long answersB, long[] a, long[] b, int[] cells, boolean information) {
        PairSums sums = new PairSums(answersA, answersB);
        if (Math.max(answersA, answersB) <= Integer.MAX_VALUE) {
            sums.addCounts(a, b, cells);
        } else {
            sums.addLargeCounts(a, b, cells);
        }
        sums.toShares((double) answersA, (double) answersB);
        if (information) {
            sums.addInformation(a, b, cells, InformationTerms.of(answersA, answersB));
        }
        return sums;
    }

    /** Shares are compared as counts times the other's total, in whole numbers. */
    private void addCounts(long[] a, long[] b, int[] cells) {
        long smaller = 0;
        long product = 0;
        long squareA = 0;
        long squareB = 0;
        for (int cell : cells) {
            long x = a[cell];
            long y = b[cell];
            distinctA += x > 0 ? 1 : 0;
            distinctB += y > 0 ? 1 : 0;
            shared += x > 0 && y > 0 ? 1 : 0;
            countDifference += Math.abs(x - y);
            smaller += Math.min(x * answersB, y * answersA);
            product += x * y;
            squareA += x * x;
            squareB += y * y;
        }
        smallerShares = smaller;
        largerShares = 2.0 * answersA * answersB - smaller;
        products = product;
        squaresA = squareA;
        squaresB = squareB;
    }

    /** The same where whole numbers would overflow. */
    private void addLargeCounts(long[] a, long[] b, int[] cells) {
        for (int cell : cells) {
            double x = (double) a[cell];
            double y = (double) b[cell];
            distinctA += x > 0 ? 1 : 0;
            distinctB += y > 0 ? 1 : 0;
            shared += x > 0 && y > 0 ? 1 : 0;
            countDifference += Math.abs(a[cell] - b[cell]);
            smallerShares += Math.min(x * answersB, y * answersA);
            largerShares += Math.max(x * answersB, y * answersA);
            products += x * y;
            squaresA += x * x;
            squaresB += y * y;
        }
    }

    private void toShares(double totalA, double totalB) {
        smallerShares = smallerShares / totalA / totalB;
        largerShares = largerShares / totalA / totalB;
        products = products / totalA / totalB;
        agreementA = (squaresA - totalA) / totalA / (totalA - 1);
        agreementB = (squaresB - totalB) / totalB / (totalB - 1);
        squaresA = squaresA / totalA / totalA;
        squaresB = squaresB / totalB / totalB;
    }

    private void addInformation(long[] a, long[] b, int[] cells, InformationTerms terms) {
        for (int cell : cells) {
            if ((a[cell] | b[cell]) != 0) {
                jensenShannonBits += terms.jensenShannonBits(a[cell], b[cell]);
                squaredRootDifferences += terms.squaredRootDifference(a[cell], b[cell]);
            }
        }
    }

    private static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("negative count: " + count);
            }
            total = Math.addExact(total, count);
        }
        return total;
    }
}
