package dev.slop.metrics.vector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each text joins the group with the highest mean cosine to it, or begins one; O(n g d) time and O(g d) memory for g groups. */
final class MeanLeaders {
    private MeanLeaders() {}

    /** {@return per row the number of its group's first row} */
    static int[] group(Embeddings texts, double threshold) {
        List<Sum> groups = new ArrayList<>();
        int[] leaderOf = new int[texts.size()];
        for (int i = 0; i < leaderOf.length; i++) {
            float[] row = texts.rows()[i];
            Sum nearest = nearest(groups, row, threshold);
            if (nearest == null) {
                nearest = new Sum(i, texts.dimension());
                groups.add(nearest);
            }
            nearest.add(row);
            leaderOf[i] = nearest.leader;
        }
        return leaderOf;
    }

    private static @Nullable Sum nearest(List<Sum> groups, float[] row, double threshold) {
        Sum nearest = null;
        double best = threshold;
        for (Sum group : groups) {
            double mean = group.meanCosine(row);
            if (nearest == null ? mean >= best : mean > best) {
                best = mean;
                nearest = group;
            }
        }
        return nearest;
    }

    private static final class Sum {
        private final int leader;
        private final double[] sum;
        private int size;

        private Sum(int leader, int dimension) {
            this.leader = leader;
            this.sum = new double[dimension];
        }

        private void add(float[] row) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += row[j];
            }
            size++;
        }

        private double meanCosine(float[] row) {
            return Rows.dot(row, sum) / size;
        }
    }
}
