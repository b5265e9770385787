package dev.slop.metrics.diversity;

/** Plug-in entropy with the first-order correction of its bias. */
record MillerMadowEntropy() implements EntropyEstimator {
    @Override
    public String name() {
        return "Miller–Madow";
    }

    @Override
    public double nats(long[] counts) {
        long n = Counts.total(counts);
        return PlugInEntropy.of(counts, n) + (Counts.distinct(counts) - 1) / (2.0 * n);
    }
}
