package dev.slop.metrics.lexical;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.Deflater;

/**
 * Redundancy as a compressor sees it: Deflate (gzip) of the JDK at level 9 over UTF-8, in one pass.
 *
 * <p>The window is 32 KiB: repetition farther apart than that is not seen. Not safe for several threads at once; one
 * instance serves many calls. {@link #close()} frees the compressor.
 */
public final class Compression implements AutoCloseable {
    /** Header and trailer of a gzip file. */
    private static final int GZIP_FRAME = 18;

    private static final int CHUNK = 1 << 16;

    private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    private final byte[] discarded = new byte[CHUNK];

    /**
     * {@return the compression ratio: bytes of the texts, joined by spaces, over bytes of their gzip file} Higher is
     * more repetitive. Grows with the amount of text, and is below 1 for a few words, which the gzip frame outweighs:
     * compare equal amounts. Empty without a character.
     *
     * @param texts in this order, which matters a little
     */
    public OptionalDouble ratio(List<String> texts) {
        byte[] bytes = bytes(String.join(" ", texts));
        return bytes.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) bytes.length / (size(bytes) + GZIP_FRAME));
    }

    /**
     * {@return the compression ratio of the first bytes: the equal-length form; empty where there are not as many}
     *
     * @param texts in this order
     * @param length bytes taken, positive
     * @throws IllegalArgumentException if the length is not positive
     */
    public OptionalDouble ratio(List<String> texts, int length) {
        if (length <= 0) {
            throw new IllegalArgumentException("length must be positive: " + length);
        }
        byte[] bytes = bytes(String.join(" ", texts));
        return bytes.length < length
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) length / (size(Arrays.copyOf(bytes, length)) + GZIP_FRAME));
    }

    /**
     * {@return the normalised compression distance (C(ab) − min(C(a), C(b))) / max(C(a), C(b)), 0 for equal texts,
     * about 1 for texts that share nothing} C(ab) is the smaller of both orders, so the distance is symmetric; frames are
     * not counted. Two empty texts have distance 0. Not meaningful for texts longer than the window. Source: Cilibrasi
     * and Vitányi (2005).
     *
     * @param a a text
     * @param b another
     * @see <a href="https://doi.org/10.1109/TIT.2005.844059">Clustering by Compression</a>
     */
    public double distance(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int alone = size(bytes(a));
        int other = size(bytes(b));
        int together = Math.min(size(bytes(a + b)), size(bytes(b + a)));
        return Math.max(0, together - Math.min(alone, other)) / (double) Math.max(alone, other);
    }

    @Override
    public void close() {
        deflater.end();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int size(byte[] bytes) {
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        int size = 0;
        while (!deflater.finished()) {
            size += deflater.deflate(discarded);
        }
        return size;
    }
}
