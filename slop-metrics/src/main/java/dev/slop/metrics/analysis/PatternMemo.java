package dev.slop.metrics.analysis;

import dev.slop.metrics.inference.CountStatistics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Statistics of one sample that depend on no more than how many answers were given once, twice, and so on. Small samples
 * have few such patterns: ten answers have 42, however often they are resampled. Each is computed once.
 */
final class PatternMemo implements CountStatistics {
    private static final int MOST_ANSWERS = 24;
    /** Place values: of answers given k times there are at most MOST_ANSWERS / k, so no two patterns share a key. */
    private static final long[] PLACE = places();

    private final CountStatistics statistics;
    private final Map<Long, double[]> known = new ConcurrentHashMap<>();

    PatternMemo(CountStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public void evaluate(long[][] samples, double[] into) {
        long pattern = pattern(samples[0]);
        if (pattern < 0) {
            statistics.evaluate(samples, into);
            return;
        }
        double[] values = known.get(pattern);
        if (values == null) {
            values = new double[into.length];
            statistics.evaluate(samples, values);
            known.put(pattern, values);
        }
        System.arraycopy(values, 0, into, 0, into.length);
    }

    /** {@return a number that no other pattern has, negative for large samples} */
    private static long pattern(long[] counts) {
        long pattern = 0;
        long answers = 0;
        for (long count : counts) {
            if (count > MOST_ANSWERS - answers) {
                return -1;
            }
            answers += count;
            pattern += PLACE[(int) count];
        }
        return pattern;
    }

    private static long[] places() {
        long[] place = new long[MOST_ANSWERS + 1];
        long value = 1;
        for (int count = 1; count <= MOST_ANSWERS; count++) {
            place[count] = value;
            value *= MOST_ANSWERS / count + 1;
        }
        return place;
    }
}
