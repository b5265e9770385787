package dev.slop.report.html;

import dev.slop.metrics.overlap.ModelTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which models answer alike, as a dendrogram: one row a model, the root at the left, the lines in percent of the width
 * and in rows, so that a sheet of any width can hold it.
 *
 * @param models short names, from top to bottom
 * @param path the lines, as the data of an SVG path
 * @param joins in words, the nearest first
 * @param longest distance at the root, which is as wide as the drawing
 * @param newick the tree for other programs
 */
record TreeView(List<String> models, String path, List<Merge> joins, String longest, String newick) {
    private static final double WIDTH = 100;
    private static final double FLAT = 1e-12;
    private static final int NEWICK = 10_000;

    /**
     * Two groups of models that join.
     *
     * @param left short names
     * @param right short names
     * @param distance of the two
     */
    record Merge(String left, String right, String distance) {}

    static TreeView of(ModelTree tree, ModelNames names) {
        Drawing drawing = new Drawing(names, Math.max(FLAT, tree.height()));
        drawing.row(tree);
        drawing.merges.sort((a, b) -> Double.compare(a.height(), b.height()));
        return new TreeView(
                tree.models().stream().map(names::shortName).toList(),
                drawing.path.toString(),
                drawing.merges.stream().map(drawing::words).toList(),
                Figure.decimal(2 * tree.height()),
                VisibleText.line(tree.newick(), NEWICK));
    }

    /** {@return how many rows the drawing has} */
    int rows() {
        return models.size();
    }

    /** Draws a tree from its leaves to its root. */
    private static final class Drawing {
        private final ModelNames names;
        private final double longest;
        private final StringBuilder path = new StringBuilder();
        private final List<ModelTree.Join> merges = new ArrayList<>();
        private int leaves;

        private Drawing(ModelNames names, double longest) {
            this.names = names;
            this.longest = longest;
        }

        /** {@return the row, in fractions, at which a group's line leaves to the left} */
        private double row(ModelTree tree) {
            if (!(tree instanceof ModelTree.Join join)) {
                return leaves++ + 0.5;
            }
            double top = row(join.left());
            double bottom = row(join.right());
            merges.add(join);
            path.append(String.format(
                    Locale.ROOT,
                    "M%.2f %.3fH%.2fV%.3fH%.2f",
                    at(join.left()),
                    top,
                    at(join),
                    bottom,
                    at(join.right())));
            return (top + bottom) / 2;
        }

        private double at(ModelTree tree) {
            return WIDTH * (1 - tree.height() / longest);
        }

        private Merge words(ModelTree.Join join) {
            return new Merge(list(join.left()), list(join.right()), Figure.decimal(2 * join.height()));
        }

        private String list(ModelTree tree) {
            return tree.models().stream().map(names::shortName).collect(Collectors.joining(", "));
        }
    }
}
