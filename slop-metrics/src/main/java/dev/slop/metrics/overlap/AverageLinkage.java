package dev.slop.metrics.overlap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Builds a {@link ModelTree}. Groups are kept in the order of their first names, which makes ties canonical. */
final class AverageLinkage {
    private final List<ModelTree> groups = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final List<List<Double>> distances = new ArrayList<>();

    private AverageLinkage(List<String> models, double[][] matrix) {
        List<Integer> order = IntStream.range(0, models.size())
                .boxed()
                .sorted(Comparator.comparing(models::get))
                .toList();
        for (int i : order) {
            groups.add(new ModelTree.Leaf(models.get(i)));
            sizes.add(1);
            distances.add(new ArrayList<>(order.stream().map(j -> matrix[i][j]).toList()));
        }
    }

    static ModelTree tree(List<String> models, double[][] distances) {
        requireValid(models, distances);
        AverageLinkage linkage = new AverageLinkage(models, distances);
        while (linkage.groups.size() > 1) {
            linkage.joinNearest();
        }
        return linkage.groups.get(0);
    }

    private void joinNearest() {
        int a = 0;
        int b = 1;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                if (distances.get(i).get(j) < distances.get(a).get(b)) {
                    a = i;
                    b = j;
                }
            }
        }
        join(a, b);
    }

    private void join(int a, int b) {
        // A later join may be lower than an earlier one by rounding alone, which would give a negative branch.
        double lowest = Math.max(groups.get(a).height(), groups.get(b).height());
        double height = Math.max(lowest, distances.get(a).get(b) / 2);
        double weightA = sizes.get(a);
        double weightB = sizes.get(b);
        for (int k = 0; k < groups.size(); k++) {
            double mean = (weightA * distances.get(a).get(k)
                            + weightB * distances.get(b).get(k))
                    / (weightA + weightB);
            distances.get(a).set(k, mean);
            distances.get(k).set(a, mean);
        }
        groups.set(a, new ModelTree.Join(groups.get(a), groups.get(b), height));
        sizes.set(a, sizes.get(a) + sizes.get(b));
        groups.remove(b);
        sizes.remove(b);
        distances.remove(b);
        for (List<Double> row : distances) {
            row.remove(b);
        }
    }

    private static void requireValid(List<String> models, double[][] distances) {
        int size = models.size();
        if (size == 0 || models.stream().distinct().count() != size || distances.length != size) {
            throw new IllegalArgumentException(
                    "needs different models and a row of distances each: " + models + ", " + distances.length);
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (distances[i].length != size || !(distances[i][j] >= 0) || distances[i][j] != distances[j][i]) {
                    throw new IllegalArgumentException("distances must be square, symmetric and 0 or more: row " + i);
                }
            }
        }
    }
}
