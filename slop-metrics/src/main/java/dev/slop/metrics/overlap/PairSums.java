package dev.slop.metrics.overlap;

import dev.slop.metrics.inference.SampleCounts;

/**
 * All that the measures need of two models' counts, so that many measures of one resample cost one pass. Only answers that
 * both gave are looked at: what the others add is known from the totals.
 */
final class PairSums {
    /** A divergence below this is what rounding leaves of 0. */
    private static final double ROUNDING = 1e-14;

    final long answersA;
    final long answersB;
    final long distinctA;
    final long distinctB;
    final double squaresA;
    final double squaresB;
    /** Chance that two of a model's answers, drawn without replacement, are the same. */
    final double agreementA;

    final double agreementB;
    long shared;
    double countDifference;
    double smallerShares;
    double largerShares;
    double products;
    double squaredRootDifferences;
    double jensenShannonBits;

    private PairSums(SampleCounts a, SampleCounts b) {
        answersA = a.answers();
        answersB = b.answers();
        distinctA = a.distinct();
        distinctB = b.distinct();
        double totalA = answersA;
        double totalB = answersB;
        squaresA = a.squares() / totalA / totalA;
        squaresB = b.squares() / totalB / totalB;
        agreementA = (a.squares() - totalA) / totalA / (totalA - 1);
        agreementB = (b.squares() - totalB) / totalB / (totalB - 1);
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
        SampleCounts one = SampleCounts.of(a);
        SampleCounts other = SampleCounts.of(b);
        return of(one, other, one.sharedWith(other), information);
    }

    /**
     * Gathers the sums.
     *
     * @param a one model
     * @param b the other, same cells
     * @param cells those in which both may have answers
     * @param information whether the terms with logarithms and roots are wanted
     * @return the sums
     */
    static PairSums of(SampleCounts a, SampleCounts b, int[] cells, boolean information) {
        PairSums sums = new PairSums(a, b);
        sums.addCounts(a, b, cells);
        if (information) {
            sums.addInformation(a, b, cells, InformationTerms.of(sums.answersA, sums.answersB));
        }
        return sums;
    }

    /** Shares are compared as counts times the other's total: whole numbers, so that small counts make no rounding. */
    private void addCounts(SampleCounts a, SampleCounts b, int[] cells) {
        double totalA = answersA;
        double totalB = answersB;
        long both = 0;
        double smaller = 0;
        double product = 0;
        for (int cell : cells) {
            long x = a.count(cell);
            long y = b.count(cell);
            shared += x > 0 && y > 0 ? 1 : 0;
            both += Math.min(x, y);
            smaller += Math.min(x * totalB, y * totalA);
            product += (double) x * y;
        }
        countDifference = totalA + totalB - 2.0 * both;
        smallerShares = smaller / totalA / totalB;
        largerShares = (2 * totalA * totalB - smaller) / totalA / totalB;
        products = product / totalA / totalB;
    }

    private void addInformation(SampleCounts a, SampleCounts b, int[] cells, InformationTerms terms) {
        double jensenShannon = 1;
        double roots = 2;
        for (int cell : cells) {
            jensenShannon -= terms.jensenShannonSaving(a.count(cell), b.count(cell));
            roots -= terms.rootSaving(a.count(cell), b.count(cell));
        }
        jensenShannonBits = jensenShannon < ROUNDING ? 0 : jensenShannon;
        squaredRootDifferences = roots < ROUNDING ? 0 : roots;
    }
}
