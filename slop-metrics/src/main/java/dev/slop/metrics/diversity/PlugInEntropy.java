package dev.slop.metrics.diversity;

/** Entropy of the observed shares. */
record PlugInEntropy() implements EntropyEstimator {
    @Override
    public String name() {
        return "plug-in";
    }

    @Override
    public double nats(long[] counts) {
        return of(counts, Counts.total(counts));
    }

    static double of(CountsOfCounts classes) {
        long n = classes.total(1);
        double lnN = Logarithms.ln(n);
        double sum = 0;
        for (int i = 0; i < classes.size(); i++) {
            sum += (double) classes.multiplicity(i) * classes.count(i) * surprise(classes.count(i), n, lnN);
        }
        return sum / n;
    }

    static double of(long[] counts, long n) {
        double lnN = Logarithms.ln(n);
        double sum = 0;
        for (long count : counts) {
            if (count > 0) {
                sum += count * surprise(count, n, lnN);
            }
        }
        return sum / n;
    }

    /** ln(n/count) without cancellation where one answer has nearly all of n; exactly 0 where it has all. */
    private static double surprise(long count, long n, double lnN) {
        return count <= n / 2 ? lnN - Logarithms.ln(count) : Math.log1p((double) (n - count) / count);
    }
}
