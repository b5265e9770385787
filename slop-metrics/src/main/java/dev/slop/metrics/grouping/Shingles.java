package dev.slop.metrics.grouping;

/** Hashes of a text's character 4-grams; the whole text is the only one of a shorter text. */
final class Shingles {
    private static final int SIZE = 4;

    private Shingles() {}

    /* Four UTF-16 units are 64 bits, and the mix is a bijection: different 4-grams have different hashes. */
    static long[] hashes(String text) {
        var hashes = new long[Math.max(1, text.length() - SIZE + 1)];
        long shingle = 0;
        for (int i = 0; i < text.length(); i++) {
            shingle = (shingle << Character.SIZE) | text.charAt(i);
            hashes[Math.max(0, i - SIZE + 1)] = mix(shingle);
        }
        return hashes;
    }

    /** The finaliser of MurmurHash3. */
    static long mix(long bits) {
        long x = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        x = (x ^ (x >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return x ^ (x >>> 33);
    }
}
