package dev.slop.metrics.vector;

import java.util.OptionalDouble;

/**
 * Mean cosine of pairs of texts: 1 where all say the same, near 0 where nothing is shared. What unrelated texts score
 * depends on the model that embedded them (about 0.05 with all-MiniLM-L6-v2, 0.76 with E5), so only numbers of one model
 * compare.
 *
 * <p>No pair is visited: with S the sum of the n unit rows, the mean over different pairs is
 * (|S|<sup>2</sup> − n) / (n (n − 1)), and the mean over pairs of two sets is S<sub>a</sub> · S<sub>b</sub> /
 * (n<sub>a</sub> n<sub>b</sub>); O(n d). Equal to the mean of the upper triangle of {@code
 * sklearn.metrics.pairwise.cosine_similarity} to about 1e−7, the precision of a row's length.
 */
public final class MeanCosine {
    private MeanCosine() {}

    /**
     * {@return the mean over pairs of different texts of a set, in [−1/(n−1), 1]; empty with fewer than two texts}
     *
     * @param texts embedded
     */
    public static OptionalDouble within(Embeddings texts) {
        double n = texts.size();
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double mean = (Rows.squaredLength(Rows.sum(texts)) - n) / (n * (n - 1));
        return OptionalDouble.of(Math.max(-1 / (n - 1), Math.min(1, mean)));
    }

    /**
     * {@return the mean over pairs of one text of each set, in [−1, 1]}
     *
     * @param a one set
     * @param b the other, embedded by the same model
     * @throws IllegalArgumentException if the dimensions differ
     */
    public static double across(Embeddings a, Embeddings b) {
        a.requireSameSpace(b);
        return Embeddings.clamped(Rows.dot(Rows.sum(a), Rows.sum(b)) / ((double) a.size() * b.size()));
    }
}
