package dev.slop.metrics.diversity;

/** Grassberger's estimate of 2003, whose bias falls faster than any power of 1/n for answers that are not rare. */
record GrassbergerEntropy() implements EntropyEstimator {
    private static final int TABLE_SIZE = 1024;
    private static final double[] G = table();

    @Override
    public String name() {
        return "Grassberger 2003";
    }

    @Override
    public double nats(long[] counts) {
        long n = Counts.total(counts);
        double sum = 0;
        for (long count : counts) {
            sum += count * g(count);
        }
        return Counts.max(counts) == n ? 0 : Logarithms.ln(n) - sum / n;
    }

    /** G(2m) = G(2m + 1) = psi(m + 1/2) + ln 2. */
    private static double g(long count) {
        return count < TABLE_SIZE ? G[(int) count] : Logarithms.digamma((count >> 1) + 0.5) + Logarithms.LN_2;
    }

    private static double[] table() {
        double[] g = new double[TABLE_SIZE];
        g[1] = -Logarithms.EULER - Logarithms.LN_2;
        g[2] = 2 + g[1];
        for (int n = 3; n < TABLE_SIZE; n++) {
            g[n] = n % 2 == 1 ? g[n - 1] : g[n - 1] + 2.0 / (n - 1);
        }
        return g;
    }
}
