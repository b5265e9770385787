package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The leaders by their keys of one band: a hash table with chains in the order of insertion, in flat arrays. */
final class BandTable {
    private static final int END = -1;

    private final int mostPerKey;
    /** Per leader its key in the upper half and the leader after it in the lower: one look at the memory for both. */
    private long[] entries = new long[1 << 7];

    private int[] heads = empty(1 << 7);

    BandTable(int mostPerKey) {
        this.mostPerKey = mostPerKey;
    }

    private static int[] empty(int size) {
        var heads = new int[size];
        Arrays.fill(heads, END);
        return heads;
    }

    void clear() {
        Arrays.fill(heads, END);
    }

    /** {@return the first leader of a key's chain, perhaps of another key} */
    int first(int key) {
        return heads[slot(key)];
    }

    /** Shows each leader that has the key, from the first of its chain; returns how many. */
    int find(int key, int first, IntConsumer found) {
        int count = 0;
        int leader = first;
        while (leader != END) {
            long entry = entries[leader];
            if (key(entry) == key) {
                found.accept(leader);
                count++;
            }
            leader = next(entry);
        }
        return count;
    }

    private static int key(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int next(long entry) {
        return (int) entry;
    }

    private void put(int leader, int key, int next) {
        entries[leader] = ((long) key << Integer.SIZE) | (next & 0xFFFFFFFFL);
    }

    /** Adds the leader after the last one, but not under a key that has as many leaders as permitted. */
    void add(int leader, int key) {
        reserve(leader + 1);
        put(leader, key, END);
        int slot = slot(key);
        int last = END;
        int same = 0;
        for (int other = heads[slot]; other != END; other = next(entries[other])) {
            last = other;
            same += key(entries[other]) == key ? 1 : 0;
        }
        if (same < mostPerKey) {
            link(slot, last, leader);
        }
    }

    private void link(int slot, int last, int added) {
        if (last == END) {
            heads[slot] = added;
        } else {
            put(last, key(entries[last]), added);
        }
    }

    private int slot(int key) {
        return (key * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(heads.length - 1);
    }

    private void reserve(int size) {
        if (size > entries.length) {
            entries = Arrays.copyOf(entries, entries.length + (entries.length >> 1));
        }
        if (size > heads.length) {
            rehash();
        }
    }

    private void rehash() {
        int[] old = heads;
        heads = empty(2 * old.length);
        int[] lasts = empty(heads.length);
        for (int head : old) {
            int following;
            for (int leader = head; leader != END; leader = following) {
                following = next(entries[leader]);
                int key = key(entries[leader]);
                put(leader, key, END);
                int slot = slot(key);
                link(slot, lasts[slot], leader);
                lasts[slot] = leader;
            }
        }
    }
}
