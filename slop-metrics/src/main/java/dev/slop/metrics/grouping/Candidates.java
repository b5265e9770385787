package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The leaders of an index that share keys with a text, those with the nearest sketches first. Used by one thread. */
final class Candidates implements IntConsumer {
    /* Jaccard indices of 0.6, 0.5, 0.33 and 0.1 pass with probability .999, .96, .32 and .003. */
    private static final int MOST_SKETCH_DIFFERENCES = 40;

    private final int limit;
    /** Per leader the last search that found it. */
    private int[] foundBy = {};

    private int search;
    private final int[] first = new int[MinHash.KEYS];
    private long[] ranks = new long[64];
    private int size;
    private boolean limited;
    private BandIndex index;
    private int[] signatures = {};
    private int from;

    Candidates(BandIndex index, int limit) {
        this.index = index;
        this.limit = limit;
    }

    /** Looks for the leaders; returns how many of them to compare. */
    int search(BandIndex leaders, int[] textSignatures, int start) {
        index = leaders;
        signatures = textSignatures;
        from = start;
        begin(leaders.leaders());
        // Asked for one after the other, all of them are on their way from memory at once.
        for (int band = 0; band < MinHash.KEYS; band++) {
            first[band] = leaders.first(band, signatures[from + band]);
        }
        int full = 0;
        for (int band = 0; band < MinHash.KEYS; band++) {
            full += leaders.find(band, signatures[from + band], first[band], this) >= limit ? 1 : 0;
        }
        limited = 2 * full > MinHash.KEYS;
        Arrays.sort(ranks, 0, size);
        return Math.min(size, limit);
    }

    private void begin(int leaders) {
        if (foundBy.length < leaders) {
            foundBy = new int[2 * leaders];
            search = 0;
        }
        search++;
        size = 0;
    }

    @Override
    public void accept(int leader) {
        if (foundBy[leader] == search) {
            return;
        }
        foundBy[leader] = search;
        int differences = index.sketchDifferences(leader, signatures, from);
        if (differences <= MOST_SKETCH_DIFFERENCES) {
            ranks = size == ranks.length ? Arrays.copyOf(ranks, 2 * size) : ranks;
            ranks[size++] = ((long) differences << Integer.SIZE) | leader;
        }
    }

    /** {@return the leader's number in the index} */
    int leader(int rank) {
        return (int) ranks[rank];
    }

    /** {@return whether most keys of the last search have as many leaders as an index keeps, so that some are unknown} */
    boolean isLimited() {
        return limited;
    }
}
