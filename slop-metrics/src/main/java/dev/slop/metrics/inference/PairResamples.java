package dev.slop.metrics.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Statistics of every pair of several samples, from resamples that all pairs share: each sample is drawn once a
 * replicate, not once a pair.
 */
final class PairResamples {
    /** Replicates kept at a time; further pairs are done in another pass over the same resamples. */
    private static final long MOST_VALUES = 1 << 22;

    private final long[][] data;
    private final Resampler[] resamplers;
    private final PairStatistics statistics;
    private final int outputs;

    PairResamples(long[][] data, PairStatistics statistics, int outputs) {
        this.data = data;
        this.resamplers = Arrays.stream(data).map(Resampler::of).toArray(Resampler[]::new);
        this.statistics = statistics;
        this.outputs = outputs;
    }

    /** Two samples, by number, and the cells that hold answers of both. */
    static final class Pair {
        private final int a;
        private final int b;
        private final int[] shared;

        Pair(int a, int b, int[] shared) {
            this.a = a;
            this.b = b;
            this.shared = shared;
        }

        int a() {
            return a;
        }

        int b() {
            return b;
        }
    }

    /** {@return all pairs with answers on both sides, in parts that are small enough to be drawn together} */
    List<List<Pair>> parts(int resamples) {
        int size = (int) Math.max(1, MOST_VALUES / Math.max(1, (long) resamples * outputs));
        List<Pair> pairs = pairs();
        List<List<Pair>> parts = new ArrayList<>();
        for (int from = 0; from < pairs.size(); from += size) {
            parts.add(pairs.subList(from, Math.min(pairs.size(), from + size)));
        }
        return parts;
    }

    private List<Pair> pairs() {
        SampleCounts[] samples = Arrays.stream(data).map(SampleCounts::of).toArray(SampleCounts[]::new);
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < data.length; a++) {
            for (int b = a + 1; b < data.length; b++) {
                if (resamplers[a].total > 0 && resamplers[b].total > 0) {
                    pairs.add(new Pair(a, b, samples[a].sharedWith(samples[b])));
                }
            }
        }
        return pairs;
    }

    static int[] filled(long[] counts) {
        return IntStream.range(0, counts.length).filter(i -> counts[i] != 0).toArray();
    }

    static int[] union(long[] a, long[] b) {
        return IntStream.range(0, a.length).filter(i -> (a[i] | b[i]) != 0).toArray();
    }

    /** {@return values by pair and statistic, and replicate} */
    double[][] values(List<Pair> pairs, int resamples, long seed) {
        return Replicates.run(resamples, seed, pairs.size() * outputs, work(pairs), () -> draw(pairs));
    }

    /** {@return moments by pair and statistic} */
    Moments moments(List<Pair> pairs, int resamples, long seed) {
        return Replicates.moments(resamples, seed, pairs.size() * outputs, work(pairs), () -> draw(pairs));
    }

    private long work(List<Pair> pairs) {
        return 16L * data.length
                + pairs.stream().mapToLong(pair -> pair.shared.length + 8L).sum();
    }

    private Replicates.Draw draw(List<Pair> pairs) {
        long[][] drawn = new long[data.length][data[0].length];
        SampleCounts[] samples = new SampleCounts[data.length];
        Arrays.setAll(samples, row -> new SampleCounts(drawn[row], resamplers[row].cells));
        double[] values = new double[outputs];
        return (random, into) -> {
            for (int row = 0; row < drawn.length; row++) {
                resamplers[row].draw(random, drawn[row]);
                samples[row].sum();
            }
            for (int i = 0; i < pairs.size(); i++) {
                Pair pair = pairs.get(i);
                statistics.evaluate(samples[pair.a], samples[pair.b], pair.shared, values);
                System.arraycopy(values, 0, into, i * outputs, outputs);
            }
        };
    }

    /** {@return the two rows without the cells that are empty in both} */
    long[][] rows(Pair pair) {
        int[] cells = union(data[pair.a], data[pair.b]);
        return new long[][] {compressed(data[pair.a], cells), compressed(data[pair.b], cells)};
    }

    static long[] compressed(long[] row, int[] cells) {
        return Arrays.stream(cells).mapToLong(cell -> row[cell]).toArray();
    }

    /** The statistics of one pair for those who bring further cells. */
    CountStatistics ofTwo() {
        return (samples, into) -> {
            SampleCounts a = SampleCounts.of(samples[0]);
            SampleCounts b = SampleCounts.of(samples[1]);
            statistics.evaluate(a, b, a.sharedWith(b), into);
        };
    }
}
