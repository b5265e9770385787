package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Which leaders have a key. A hash table with chains in the order of insertion, in a few flat arrays. */
final class BandIndex {
    private static final int END = -1;

    private final int mostPerKey;
    /** Per entry its key and the entry after it. Leader {@code n} has the entries from {@code n * KEYS}, one a band. */
    private int[] keys = new int[1 << 12];

    private int[] next = new int[1 << 12];
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
        for (int entry = heads[slot(band, key)]; entry != END; entry = next[entry]) {
            if (keys[entry] == key && entry % MinHash.KEYS == band) {
                found.accept(entry / MinHash.KEYS);
                count++;
            }
        }
        return count;
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
        keys[added] = key;
        next[added] = END;
        int slot = slot(band, key);
        int last = END;
        int same = 0;
        for (int entry = heads[slot]; entry != END; entry = next[entry]) {
            last = entry;
            same += keys[entry] == key ? 1 : 0;
        }
        if (last == END) {
            heads[slot] = added;
        } else if (same < mostPerKey) {
            next[last] = added;
        }
    }

    private int slot(int band, int key) {
        return (int) Shingles.mix(((long) band << 32) | (key & 0xFFFFFFFFL)) & (heads.length - 1);
    }

    private void reserve(int entries) {
        if (entries > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(entries, keys.length + (keys.length >> 1)));
            next = Arrays.copyOf(next, keys.length);
        }
        if (entries > heads.length) {
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
                following = next[entry];
                next[entry] = END;
                int slot = slot(entry % MinHash.KEYS, keys[entry]);
                if (lasts[slot] == END) {
                    heads[slot] = entry;
                } else {
                    next[lasts[slot]] = entry;
                }
                lasts[slot] = entry;
            }
        }
    }
}
