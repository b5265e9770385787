package dev.slop.metrics.vector;

/**
 * The most central of some texts: the one with the greatest mean cosine to all of them. Unlike a centroid it is a text
 * that somebody gave, so it can stand as a label.
 *
 * <p>Its mean cosine to the others is (x<sub>i</sub> · S − 1) / (n − 1) with S the sum of all rows, so the choice is O(n d).
 * Source: Kaufman and Rousseeuw, Clustering by means of medoids (1987).
 */
public final class Medoid {
    /** Sums in single precision differ by this much where the texts are the same. */
    private static final double TIE = 1e-6;

    private Medoid() {}

    /**
     * {@return the number of the medoid; among equals the first}
     *
     * @param texts embedded
     */
    public static int of(Embeddings texts) {
        double[] sum = Rows.sum(texts);
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < texts.size(); i++) {
            double central = Rows.dot(texts.rows()[i], sum);
            if (central > most + TIE) {
                most = central;
                best = i;
            }
        }
        return best;
    }
}
