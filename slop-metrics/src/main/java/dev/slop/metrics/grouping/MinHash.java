package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The signature of a text: keys under which a text is found again: one for each band of four or five MinHash values over its
 * character 4-grams, one for its first and one for its last {@value #END} characters. Two texts whose 4-gram sets have
 * Jaccard index {@code j} agree on a given band with probability {@code j^4} or {@code j^5}. Boilerplate does not count, unless a text has next to
 * nothing else. A sketch of 128 bits estimates the Jaccard index: bits differ with probability {@code (1 - j) / 2}.
 *
 * @see <a href="https://doi.org/10.1109/SEQUEN.1997.666900">Broder (1997), On the resemblance and containment of
 *     documents</a>
 */
final class MinHash {
    /** Keys of a text. */
    static final int KEYS = 34;

    /** Words of the sketch. */
    static final int SKETCH = 4;
    /** Words of a signature: the keys, then the sketch. */
    static final int WORDS = KEYS + SKETCH;

    /** Different texts above which four values a band would bring together too many that are hardly alike. */
    private static final int MANY = 200_000;

    private static final int ROWS = 4;
    private static final int MORE_ROWS = 5;
    private static final int BANDS = KEYS - 2;
    private static final int END = 32;
    private static final int FEWEST = 8;
    private static final int[] FACTORS = new int[BANDS * MORE_ROWS];
    private static final int[] OFFSETS = new int[BANDS * MORE_ROWS];

    static {
        var random = new SplittableRandom(1);
        for (int i = 0; i < FACTORS.length; i++) {
            FACTORS[i] = random.nextInt() | 1;
            OFFSETS[i] = random.nextInt();
        }
    }

    private final Boilerplate boilerplate;
    private final int rows;

    MinHash(Boilerplate boilerplate, int texts) {
        this.boilerplate = boilerplate;
        this.rows = texts > MANY ? MORE_ROWS : ROWS;
    }

    /** Writes the signature of a text. */
    void sign(String text, int[] signatures, int from) {
        int[] least = leastHashes(text);
        for (int band = 0; band < BANDS; band++) {
            signatures[from + band] = key(least, band * rows, rows);
        }
        signatures[from + BANDS] =
                text.substring(0, Math.min(END, text.length())).hashCode();
        signatures[from + BANDS + 1] =
                text.substring(Math.max(0, text.length() - END)).hashCode();
        for (int word = 0; word < SKETCH; word++) {
            signatures[from + KEYS + word] = sketch(least, word * Integer.SIZE);
        }
    }

    private int[] leastHashes(String text) {
        long[] hashes = Shingles.hashes(text);
        int telling = moveTellingToFront(hashes);
        int[] least = new int[BANDS * rows];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int i = 0; i < (telling < FEWEST ? hashes.length : telling); i++) {
            lower(least, (int) (hashes[i] >>> 32));
        }
        return least;
    }

    private int moveTellingToFront(long[] hashes) {
        int telling = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (!boilerplate.contains(hashes[i])) {
                long hash = hashes[i];
                hashes[i] = hashes[telling];
                hashes[telling++] = hash;
            }
        }
        return telling;
    }

    /* The lesser of two numbers that are not negative, written so that Java 17 too makes vector instructions of it. */
    private static void lower(int[] least, int hash) {
        for (int i = 0; i < least.length; i++) {
            int less = ((FACTORS[i] * hash + OFFSETS[i]) >>> 1) - least[i];
            least[i] += less & (less >> 31);
        }
    }

    /** One bit of each value; unequal values agree on it half the time. */
    private static int sketch(int[] least, int from) {
        int bits = 0;
        for (int i = from; i < from + Integer.SIZE; i++) {
            bits = (bits << 1) | ((least[i] * 0x9E3779B9) >>> 31);
        }
        return bits;
    }

    private static int key(int[] least, int from, int rows) {
        long key = 0;
        for (int i = from; i < from + rows; i++) {
            key = Shingles.mix(key + least[i]);
        }
        return (int) (key >>> 32);
    }
}
