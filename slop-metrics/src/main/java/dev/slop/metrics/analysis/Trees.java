package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.overlap.ModelTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Which models answer alike. */
final class Trees {
    private Trees() {}

    /**
     * {@return the tree over the models that have a divergence from every other; absent with fewer than two}
     *
     * @param pairs of models
     * @param a one model of a pair
     * @param b the other
     * @param divergence of a pair, in bits; its square root is the distance, a metric
     * @param <T> the pairs' type
     */
    static <T> Optional<ModelTree> of(
            List<T> pairs, Function<T, String> a, Function<T, String> b, Function<T, Quantity> divergence) {
        List<T> known = pairs.stream()
                .filter(pair -> divergence.apply(pair) instanceof Estimate)
                .toList();
        TreeSet<String> names = new TreeSet<>();
        known.forEach(pair -> {
            names.add(a.apply(pair));
            names.add(b.apply(pair));
        });
        List<String> models = new ArrayList<>(names);
        if (models.size() < 2 || known.size() != models.size() * (models.size() - 1) / 2) {
            return Optional.empty();
        }
        double[][] distances = new double[models.size()][models.size()];
        for (T pair : known) {
            int i = models.indexOf(a.apply(pair));
            int j = models.indexOf(b.apply(pair));
            distances[i][j] = Math.sqrt(((Estimate) divergence.apply(pair)).value());
            distances[j][i] = distances[i][j];
        }
        return Optional.of(ModelTree.averageLinkage(models, distances));
    }
}
