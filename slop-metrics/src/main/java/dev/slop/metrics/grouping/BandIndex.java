package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which leaders have a key, and their sketches. */
final class BandIndex {
    private final BandTable[] bands;
    private int[] texts = new int[1 << 7];
    private int[] sketches = new int[(1 << 7) * MinHash.SKETCH];
    private int leaders;

    BandIndex(int mostPerKey) {
        this.bands = Stream.generate(() -> new BandTable(mostPerKey))
                .limit(MinHash.KEYS)
                .toArray(BandTable[]::new);
    }

    int leaders() {
        return leaders;
    }

    /** {@return where {@link #find} begins to look for a band's key} */
    int first(int band, int key) {
        return bands[band].first(key);
    }

    /** Shows each leader that has the band's key; returns how many. */
    int find(int band, int key, int first, IntConsumer found) {
        return bands[band].find(key, first, found);
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
        reserve(leaders + 1);
        enter(leaders, text, signatures, from);
        for (int band = 0; band < MinHash.KEYS; band++) {
            bands[band].add(leaders, signatures[from + band]);
        }
        leaders++;
    }

    /** Adds the leaders of another index, in their order; the signature of text {@code t} is number {@code t - start}. */
    void addAll(BandIndex more, int[] signatures, int start) {
        reserve(leaders + more.leaders);
        for (int i = 0; i < more.leaders; i++) {
            enter(leaders + i, more.texts[i], signatures, (more.texts[i] - start) * MinHash.WORDS);
        }
        IntStream.range(0, MinHash.KEYS).parallel().forEach(band -> {
            for (int i = 0; i < more.leaders; i++) {
                bands[band].add(leaders + i, signatures[(more.texts[i] - start) * MinHash.WORDS + band]);
            }
        });
        leaders += more.leaders;
    }

    private void enter(int leader, int text, int[] signatures, int from) {
        texts[leader] = text;
        System.arraycopy(signatures, from + MinHash.KEYS, sketches, leader * MinHash.SKETCH, MinHash.SKETCH);
    }

    private void reserve(int size) {
        if (size > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(size, texts.length + (texts.length >> 1)));
            sketches = Arrays.copyOf(sketches, texts.length * MinHash.SKETCH);
        }
    }

    /** Removes all leaders. */
    void clear() {
        leaders = 0;
        for (BandTable band : bands) {
            band.clear();
        }
    }
}
