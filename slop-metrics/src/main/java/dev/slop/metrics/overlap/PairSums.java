package dev.slop.metrics.overlap;

/**
 * All that the measures need of two rows of counts, gathered in one pass, so that many measures of one resample cost
 * one pass. Differences are summed by cell, not taken between sums, so that equal distributions give exactly 0.
 */
final class PairSums {
    private static final double BITS = 1 / Math.log(2);

    final long answersA;
    final long answersB;
    long distinctA;
    long distinctB;
    long shared;
    double countDifference;
    double smallerShares;
    double largerShares;
    double products;
    double squaresA;
    double squaresB;
    double orderedPairsA;
    double orderedPairsB;
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
     */
    static PairSums of(long[] a, long[] b, boolean information) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("counts of " + a.length + " and of " + b.length + " cells");
        }
        PairSums sums = new PairSums(total(a), total(b));
        for (int i = 0; i < a.length; i++) {
            if ((a[i] | b[i]) != 0) {
                sums.add(a[i], b[i], information);
            }
        }
        return sums;
    }

    private void add(long a, long b, boolean information) {
        double p = (double) a / answersA;
        double q = (double) b / answersB;
        distinctA += a > 0 ? 1 : 0;
        distinctB += b > 0 ? 1 : 0;
        shared += a > 0 && b > 0 ? 1 : 0;
        countDifference += Math.abs(a - b);
        smallerShares += Math.min(p, q);
        largerShares += Math.max(p, q);
        products += p * q;
        squaresA += p * p;
        squaresB += q * q;
        orderedPairsA += p * (a - 1);
        orderedPairsB += q * (b - 1);
        if (information) {
            addInformation(p, q);
        }
    }

    private void addInformation(double p, double q) {
        if (p == 0 || q == 0) {
            squaredRootDifferences += p + q;
            jensenShannonBits += (p + q) / 2;
        } else {
            double rootDifference = Math.sqrt(p) - Math.sqrt(q);
            squaredRootDifferences += rootDifference * rootDifference;
            double middle = (p + q) / 2;
            jensenShannonBits += (p * Math.log(p / middle) + q * Math.log(q / middle)) * BITS / 2;
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
