package dev.slop.bench;

import java.util.Arrays;
import java.util.List;

/** Generated texts and which of them are copies of the same. */
public final class LabelledTexts {
    private final List<String> texts;
    private final int[] truth;

    LabelledTexts(List<String> texts, int[] truth) {
        this.texts = List.copyOf(texts);
        this.truth = truth.clone();
    }

    /** {@return the texts} */
    public List<String> texts() {
        return texts;
    }

    /** {@return per text the number of what it is a copy of} */
    public int[] truth() {
        return truth.clone();
    }

    /**
     * {@return how well a partition finds the truth, counted in pairs of texts}
     *
     * @param groupOf per text the number of its group
     */
    public Agreement agreement(int[] groupOf) {
        int[] together = new int[truth.length];
        double both = pairs(groupOf, truth);
        return new Agreement(both / pairs(groupOf, together), both / pairs(together, truth));
    }

    /** Pairs of texts that agree in both. */
    private static double pairs(int[] a, int[] b) {
        long[] cells = new long[a.length];
        Arrays.setAll(cells, i -> ((long) a[i] << Integer.SIZE) | b[i]);
        Arrays.sort(cells);
        double pairs = 0;
        int start = 0;
        for (int i = 1; i <= cells.length; i++) {
            if (i == cells.length || cells[i] != cells[start]) {
                double size = i - start;
                pairs += size * (size - 1) / 2;
                start = i;
            }
        }
        return pairs;
    }

    /**
     * Agreement of a partition with the truth.
     *
     * @param precision share of the pairs put together that belong together
     * @param recall share of the pairs that belong together that were put together
     */
    public record Agreement(double precision, double recall) {
        /** {@return harmonic mean of both} */
        public double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }
}
