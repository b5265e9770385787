package dev.slop.metrics.overlap;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which models answer alike, as a tree: a {@link Leaf} is a model, a {@link Join} two groups of models. The tree does
 * not depend on the order of the models, ties included.
 */
public sealed interface ModelTree {
    /** {@return half the distance at which the group joins, so that the path between two models is their distance; 0 for a model} */
    double height();

    /** {@return the models of the group, from left to right} */
    List<String> models();

    /**
     * Builds the tree by average linkage (UPGMA): the two nearest groups join, the distance of groups is the mean over
     * pairs of their models. Ties are broken by name. Source: Sokal and Michener, University of Kansas Science Bulletin
     * 38 (1958) 1409; as {@code scipy.cluster.hierarchy.average}, whose heights are whole distances.
     *
     * @param models names, all different
     * @param distances between them, symmetric, 0 or more
     * @return the tree
     * @throws IllegalArgumentException if there are no models, names repeat, the matrix has another size, is not
     *     symmetric or has a negative or NaN distance
     */
    static ModelTree averageLinkage(List<String> models, double[][] distances) {
        return AverageLinkage.tree(models, distances);
    }

    /** {@return the tree in Newick format with branch lengths to 10 digits, names quoted where the format needs it} */
    default String newick() {
        return newick(height()) + ";";
    }

    private String newick(double parentHeight) {
        String length = ":" + number(parentHeight - height());
        if (this instanceof Join join) {
            String children =
                    "(" + join.left().newick(height()) + "," + join.right().newick(height()) + ")";
            return parentHeight == height() ? children : children + length;
        }
        return quoted(models().get(0)) + length;
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(10))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String quoted(String name) {
        return name.matches("[\\p{L}\\p{N}./@+-]+") ? name : "'" + name.replace("'", "''") + "'";
    }

    /**
     * A model.
     *
     * @param model its name
     */
    record Leaf(String model) implements ModelTree {
        @Override
        public double height() {
            return 0;
        }

        @Override
        public List<String> models() {
            return List.of(model);
        }
    }

    /**
     * Two groups of models.
     *
     * @param left the group with the first name in alphabetical order
     * @param right the other
     * @param height half the distance of the two
     */
    record Join(ModelTree left, ModelTree right, double height) implements ModelTree {
        @Override
        public List<String> models() {
            return Stream.concat(left.models().stream(), right.models().stream())
                    .toList();
        }
    }
}
