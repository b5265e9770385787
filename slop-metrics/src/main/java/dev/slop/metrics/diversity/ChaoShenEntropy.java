package dev.slop.metrics.diversity;

/** Horvitz–Thompson sum over coverage-adjusted shares. */
record ChaoShenEntropy() implements EntropyEstimator {
    @Override
    public String name() {
        return "Chao–Shen";
    }

    @Override
    public double nats(long[] counts) {
        long n = Counts.total(counts);
        long singletons = Counts.seenTimes(counts, 1);
        double coverage = 1 - (double) (singletons == n ? n - 1 : singletons) / n;
        double sum = 0;
        for (long count : counts) {
            if (count > 0) {
                sum += term(coverage * count / n, n);
            }
        }
        return sum;
    }

    private static double term(double share, long n) {
        double chanceSeen = -Math.expm1(n * Math.log1p(-share));
        return share == 1 ? 0 : -share * Math.log(share) / chanceSeen;
    }
}
