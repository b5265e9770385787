package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Which leaders have a key. A hash table with chains in the order of insertion, in flat arrays. */
final class BandIndex {
    private static final int END = -1;

    private final int mostPerKey;
    /* Per entry its key in the upper half and the entry after it in the lower: one look at the memory for both.
     * Leader n has the entries from n * KEYS, one a band. */
    private long[] entries = new long[1 << 12];
    private int[] heads = empty(1 << 12);
    private int[] texts = new int[1 << 7];
    private int[] sketches = new int[(1 << 7) * MinHash.SKETCH];
    private int leaders;

    BandIndex(int mostPerKey) {
        this.mostPerKey = mostPerKey;
    }

    private static int[] empty(int size) {
        var heads = new int[size];
        Arrays.fill(heads, END);
        return heads;
    }

    int leaders() {
        return leaders;
    }

    /** Shows each leader that has the band's key; returns how many. */
    int find(int band, int key, IntConsumer found) {
        int count = 0;
        int entry = heads[slot(band, key)];
        while (entry != END) {
            long content = entries[entry];
            if (key(content) == key && entry % MinHash.KEYS == band) {
                found.accept(entry / MinHash.KEYS);
                count++;
            }
            entry = next(content);
        }
        return count;
    }

    private static int key(long content) {
        return (int) (content >>> Integer.SIZE);
    }

    private static int next(long content) {
        return (int) content;
    }

    private void put(int entry, int key, int next) {
        entries[entry] = ((long) key << Integer.SIZE) | (next & 0xFFFFFFFFL);
    }

    int text(int leader) {
        return texts[leader];
    }

    /** {@return bits in which the sketches of a leader and a text differ} */
    int sketchDifferences(int leader, int[] signatures, int from) {
        int differences = 0;
        for (int i = 0; i < MinHash.SKETCH; i++) {
            differences +=
                    Integer.bitCount(sketches[leader * MinHash.SKETCH + i] ^ signatures[from + MinHash.KEYS + i]);
        }
        return differences;
    }

    /** Adds a leader with its signature, but under no key that has as many leaders as permitted. */
    void add(int text, int[] signatures, int from) {
        reserve((leaders + 1) * MinHash.KEYS);
        if (leaders == texts.length) {
            texts = Arrays.copyOf(texts, 2 * leaders);
            sketches = Arrays.copyOf(sketches, 2 * sketches.length);
        }
        texts[leaders] = text;
        System.arraycopy(signatures, from + MinHash.KEYS, sketches, leaders * MinHash.SKETCH, MinHash.SKETCH);
        for (int band = 0; band < MinHash.KEYS; band++) {
            append(leaders * MinHash.KEYS + band, band, signatures[from + band]);
        }
        leaders++;
    }

    private void append(int added, int band, int key) {
        put(added, key, END);
        int slot = slot(band, key);
        int last = END;
        int same = 0;
        for (int entry = heads[slot]; entry != END; entry = next(entries[entry])) {
            last = entry;
            same += key(entries[entry]) == key ? 1 : 0;
        }
        if (same < mostPerKey) {
            link(slot, last, added);
        }
    }

    private void link(int slot, int last, int added) {
        if (last == END) {
            heads[slot] = added;
        } else {
            put(last, key(entries[last]), added);
        }
    }

    private int slot(int band, int key) {
        return (int) Shingles.mix(((long) band << 32) | (key & 0xFFFFFFFFL)) & (heads.length - 1);
    }

    private void reserve(int size) {
        if (size > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(size, entries.length + (entries.length >> 1)));
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
            for (int entry = head; entry != END; entry = following) {
                following = next(entries[entry]);
                int key = key(entries[entry]);
                put(entry, key, END);
                int slot = slot(entry % MinHash.KEYS, key);
                link(slot, lasts[slot], entry);
                lasts[slot] = entry;
            }
        }
    }
}
