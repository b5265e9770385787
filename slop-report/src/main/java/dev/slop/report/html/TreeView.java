package dev.slop.report.html;

import dev.slop.metrics.overlap.ModelTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which models, or groups of answers, are alike, as a dendrogram: one row each, the root at the left, the lines in percent
 * of the width and in rows, so that a sheet of any width can hold it.
 *
 * @param of what is in the tree, in the plural
 * @param leaves from top to bottom
 * @param path the lines, as the data of an SVG path
 * @param joins in words, the nearest first
 * @param longest distance at the root, which is as wide as the drawing
 * @param newick the tree for other programs
 */
record TreeView(String of, List<Leaf> leaves, String path, List<Merge> joins, String longest, String newick) {
    private static final double WIDTH = 100;
    private static final double FLAT = 1e-12;
    private static final int NEWICK = 10_000;
    private static final int LONGEST_LABEL = 60;

    /**
     * A row.
     *
     * @param name short
     * @param swatch name of a colour to show, by the allow-list; or empty
     */
    record Leaf(String name, String swatch) {}

    /**
     * Two branches that join.
     *
     * @param left short names
     * @param right short names
     * @param distance of the two
     */
    record Merge(String left, String right, String distance) {}

    static TreeView ofModels(ModelTree tree, ModelNames names) {
        return of("models", tree, names::shortName, model -> "");
    }

    static TreeView ofGroups(ModelTree tree, AnswerKind kind) {
        return of(
                "answers",
                tree,
                label -> VisibleText.line(label, LONGEST_LABEL),
                label -> kind == AnswerKind.COLOUR ? CssColours.named(label).orElse("") : "");
    }

    private static TreeView of(String of, ModelTree tree, UnaryOperator<String> names, UnaryOperator<String> swatches) {
        Drawing drawing = new Drawing(names, Math.max(FLAT, tree.height()));
        drawing.row(tree);
        drawing.merges.sort((a, b) -> Double.compare(a.height(), b.height()));
        return new TreeView(
                of,
                tree.models().stream()
                        .map(leaf -> new Leaf(names.apply(leaf), swatches.apply(leaf)))
                        .toList(),
                drawing.path.toString(),
                drawing.merges.stream().map(drawing::words).toList(),
                Figure.decimal(2 * tree.height()),
                VisibleText.line(tree.newick(), NEWICK));
    }

    /** {@return how many rows the drawing has} */
    int rows() {
        return leaves.size();
    }

    /** Draws a tree from its leaves to its root. */
    private static final class Drawing {
        private final UnaryOperator<String> names;
        private final double longest;
        private final StringBuilder path = new StringBuilder();
        private final List<ModelTree.Join> merges = new ArrayList<>();
        private int row;

        private Drawing(UnaryOperator<String> names, double longest) {
            this.names = names;
            this.longest = longest;
        }

        /** {@return the row, in fractions, at which a group's line leaves to the left} */
        private double row(ModelTree tree) {
            if (!(tree instanceof ModelTree.Join join)) {
                return row++ + 0.5;
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
            return tree.models().stream().map(names).collect(Collectors.joining(", "));
        }
    }
}
