package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.inference.EntropyInterval;
import dev.slop.metrics.inference.TopShareInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Intervals of one analysis that take long and depend on the counts alone. Small samples repeat each other: one that was
 * seen before, in whatever prompt, is not computed again. The same seed serves all, so that no result depends on which
 * came first.
 */
final class RepeatedSamples {
    /** Resamples that give a standard deviation to 2 %: more would not be seen in the interval. */
    private static final int MOST_FOR_A_DEVIATION = 1_000;

    private static final long MOST_ANSWERS = 64;

    private final EntropyInterval interval;
    private final double level;
    private final Map<List<Long>, Quantity> entropies = new ConcurrentHashMap<>();
    private final Map<List<Long>, Quantity> topShares = new ConcurrentHashMap<>();

    RepeatedSamples(AnalysisOptions options) {
        this.level = options.level();
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
    Quantity entropyBits(long[] counts) {
        return Arrays.stream(counts).sum() > MOST_ANSWERS
                ? interval.bits(counts)
                : once(entropies, Arrays.stream(counts).boxed().toList(), () -> interval.bits(counts));
    }

    /**
     * {@return the share of the most frequent answer with its interval}
     *
     * @param most count of the most frequent answer
     * @param answers n
     */
    Quantity topShare(long most, long answers) {
        return once(topShares, List.of(most, answers), () -> TopShareInterval.estimate(most, answers, level));
    }

    /** Nobody waits for another thread that computes the same. */
    private static Quantity once(Map<List<Long>, Quantity> known, List<Long> sample, Supplier<Quantity> quantity) {
        Quantity before = known.get(sample);
        Quantity result = before == null ? quantity.get() : before;
        known.put(sample, result);
        return result;
    }
}
