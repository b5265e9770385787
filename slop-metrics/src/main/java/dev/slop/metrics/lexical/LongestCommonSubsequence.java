package dev.slop.metrics.lexical;

import java.util.Arrays;

/**
 * Length of the longest common subsequence of words, bit-parallel: 64 cells of the matrix a step, none where a word is
 * not in the pattern.
 *
 * @see <a href="https://doi.org/10.1016/j.ipl.2004.05.001">Hyyrö (2004), Bit-parallel LCS-length computation
 *     revisited</a>
 */
final class LongestCommonSubsequence {
    /* Row i of the pattern is bit i of the column. A column's bit is 0 where the row adds one to the length; a word
     * moves the zeros by V' = (V + (V & M)) | (V & ~M), M the rows of the pattern that hold it. */
    private final int[] numberOf;
    private int[] pattern = {};
    private int blocks;
    private long[] rows = {};
    private long[] column = {};

    LongestCommonSubsequence(int vocabulary) {
        numberOf = new int[vocabulary];
    }

    /** Takes a text as the pattern of the following calls. */
    void compile(int[] text) {
        for (int word : pattern) {
            numberOf[word] = 0;
        }
        pattern = text;
        blocks = (text.length + Long.SIZE - 1) / Long.SIZE;
        int different = 0;
        for (int word : text) {
            if (numberOf[word] == 0) {
                numberOf[word] = ++different;
            }
        }
        rows = new long[Math.multiplyExact(different, blocks)];
        for (int i = 0; i < text.length; i++) {
            rows[(numberOf[text[i]] - 1) * blocks + i / Long.SIZE] |= 1L << i;
        }
        column = new long[blocks];
    }

    /** {@return the length of the longest common subsequence of the pattern and a text} */
    int length(int[] text) {
        Arrays.fill(column, -1L);
        for (int word : text) {
            int number = numberOf[word];
            if (number > 0) {
                advance((number - 1) * blocks);
            }
        }
        return zeros();
    }

    private void advance(int from) {
        long carry = 0;
        for (int b = 0; b < blocks; b++) {
            long v = column[b];
            long hit = v & rows[from + b];
            long sum = v + hit;
            long carried = sum + carry;
            carry = Long.compareUnsigned(sum, v) < 0 || Long.compareUnsigned(carried, sum) < 0 ? 1 : 0;
            column[b] = carried | (v & ~hit);
        }
    }

    private int zeros() {
        int zeros = 0;
        for (int b = 0; b < blocks; b++) {
            long inside = b == blocks - 1 ? -1L >>> (-pattern.length & (Long.SIZE - 1)) : -1L;
            zeros += Long.bitCount(~column[b] & inside);
        }
        return zeros;
    }
}
