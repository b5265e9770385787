package dev.slop.metrics.diversity;

/** Entropy of shares shrunk towards equal ones. {@code cells} = 0: as many as there are counts. */
record ShrinkageEntropy(int cells) implements EntropyEstimator {
    @Override
    public String name() {
        return cells == 0 ? "James–Stein shrinkage" : "James–Stein shrinkage over " + cells + " cells";
    }

    @Override
    public double nats(long[] counts) {
        long n = Counts.total(counts);
        int distinct = Counts.distinct(counts);
        int k = cells == 0 ? counts.length : Math.max(cells, distinct);
        double lambda = intensity(counts, n, k);
        double unseen = lambda / k;
        double sum = (k - distinct) * surprise(unseen);
        for (long count : counts) {
            if (count > 0) {
                sum += surprise(unseen + (1 - lambda) * count / n);
            }
        }
        return sum;
    }

    /** How far to shrink, in [0, 1]: the estimated variance of the shares over their distance from equal ones. */
    private static double intensity(long[] counts, long n, int k) {
        double squares = Counts.sumOfSquares(counts) / n / n;
        double distance = squares - 1.0 / k;
        return n == 1 || !(distance > 0) ? 1 : Math.min(1, (1 - squares) / ((n - 1) * distance));
    }

    private static double surprise(double share) {
        return share == 0 || share == 1 ? 0 : -share * Math.log(share);
    }
}
