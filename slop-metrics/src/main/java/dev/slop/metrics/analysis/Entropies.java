package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.inference.EntropyInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The entropy intervals of one analysis. Small samples repeat each other: one that was seen before, in whatever prompt, is
 * not resampled again. The same seed serves all, so that no result depends on which came first.
 */
final class Entropies {
    /** Resamples that give a standard deviation to 2 %: more would not be seen in the interval. */
    private static final int MOST_FOR_A_DEVIATION = 1_000;

    private static final long MOST_ANSWERS = 64;

    private final EntropyInterval interval;
    private final Map<List<Long>, Quantity> known = new ConcurrentHashMap<>();

    Entropies(AnalysisOptions options) {
        this.interval = EntropyInterval.withDefaults()
                .withLevel(options.level())
                .withResamples(Math.max(2, Math.min(options.resamples(), MOST_FOR_A_DEVIATION)))
                .withSeed(options.seed());
    }

    /**
     * {@return the entropy in bits with its interval}
     *
     * @param counts of the answers, ascending
     */
    Quantity bits(long[] counts) {
        if (Arrays.stream(counts).sum() > MOST_ANSWERS) {
            return interval.bits(counts);
        }
        List<Long> sample = Arrays.stream(counts).boxed().toList();
        Quantity before = known.get(sample);
        Quantity bits = before == null ? interval.bits(counts) : before;
        known.put(sample, bits);
        return bits;
    }
}
