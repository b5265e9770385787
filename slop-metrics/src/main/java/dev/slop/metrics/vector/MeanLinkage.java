package dev.slop.metrics.vector;

import java.util.Arrays;

/**
 * Joins the two groups with the highest mean similarity of their pairs, for as long as it reaches the threshold (UPGMA,
 * cut). A chain of small steps does not join its ends, as single linkage would; no order of the texts enters.
 *
 * <p>Nearest-neighbour chain: two groups that are each other's nearest can join at once, because joining others never
 * brings anything nearer (Bruynooghe 1978; Müllner, arXiv:1109.2378); O(n²). For the same reason two such groups below
 * the threshold are done.
 */
final class MeanLinkage {
    private static final int NONE = -1;

    private final double[][] similarity;
    private final double threshold;
    private final int[] sizes;
    private final boolean[] open;
    private final int[] leaderOf;
    private final int[] chain;
    private int length;

    private MeanLinkage(double[][] similarity, double threshold) {
        int n = similarity.length;
        this.similarity = similarity;
        this.threshold = threshold;
        this.sizes = new int[n];
        this.open = new boolean[n];
        this.leaderOf = new int[n];
        this.chain = new int[n + 1];
        Arrays.fill(sizes, 1);
        Arrays.fill(open, true);
        Arrays.setAll(leaderOf, i -> i);
    }

    /**
     * {@return per row the number of its group's first row}
     *
     * @param similarity square and symmetric; overwritten
     */
    static int[] group(double[][] similarity, double threshold) {
        MeanLinkage linkage = new MeanLinkage(similarity, threshold);
        for (int start = 0; start < similarity.length; start++) {
            while (linkage.open[start]) {
                linkage.followFrom(start);
            }
        }
        for (int i = 0; i < linkage.leaderOf.length; i++) {
            linkage.leaderOf[i] = linkage.leaderOf[linkage.leaderOf[i]];
        }
        return linkage.leaderOf;
    }

    private void followFrom(int start) {
        if (length == 0) {
            chain[length++] = start;
        }
        int last = chain[length - 1];
        int before = length > 1 ? chain[length - 2] : NONE;
        int nearest = nearest(last, before);
        if (nearest == NONE) {
            open[last] = false;
            length--;
        } else if (nearest == before) {
            length -= 2;
            join(Math.min(last, before), Math.max(last, before));
        } else {
            chain[length++] = nearest;
        }
    }

    /** The open group most like this one, none below the threshold; the one before in the chain wins ties, then the first. */
    private int nearest(int group, int before) {
        double best = before == NONE ? Double.NEGATIVE_INFINITY : similarity[group][before];
        int nearest = before;
        for (int i = 0; i < sizes.length; i++) {
            if (open[i] && i != group && similarity[group][i] > best) {
                best = similarity[group][i];
                nearest = i;
            }
        }
        return best >= threshold ? nearest : NONE;
    }

    private void join(int kept, int gone) {
        double a = sizes[kept];
        double b = sizes[gone];
        for (int i = 0; i < sizes.length; i++) {
            if (open[i] && i != kept && i != gone) {
                double mean = (a * similarity[kept][i] + b * similarity[gone][i]) / (a + b);
                similarity[kept][i] = mean;
                similarity[i][kept] = mean;
            }
        }
        sizes[kept] += sizes[gone];
        open[gone] = false;
        for (int i = 0; i < leaderOf.length; i++) {
            leaderOf[i] = leaderOf[i] == gone ? kept : leaderOf[i];
        }
    }
}
