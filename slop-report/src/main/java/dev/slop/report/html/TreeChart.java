package dev.slop.report.html;

import dev.slop.metrics.overlap.ModelTree;
import java.util.List;
import java.util.function.UnaryOperator;

/** Who, or which answers, are alike: a tree with its root at the left, and the distance as its axis. */
final class TreeChart {
    private static final double LEFT = 24;
    private static final double WIDTH = 420;
    private static final double TOP = 48;
    private static final double ROW = 22;
    private static final double FLAT = 1e-12;

    private final Svg svg;
    private final UnaryOperator<String> names;
    private final double longest;
    private int row;

    private TreeChart(String title, ModelTree tree, UnaryOperator<String> names) {
        this.svg = new Svg(title);
        this.names = names;
        this.longest = Math.max(FLAT, tree.height());
    }

    /**
     * {@return the drawing of a tree}
     *
     * @param title over it
     * @param distance name of what the axis shows
     * @param tree what is drawn
     * @param names of its leaves, as they are shown
     */
    static Svg of(String title, String distance, ModelTree tree, UnaryOperator<String> names) {
        TreeChart chart = new TreeChart(title, tree, names);
        chart.branch(tree);
        chart.axis(distance, tree);
        return chart.svg;
    }

    /** {@return the height at which a branch leaves to the left} */
    private double branch(ModelTree tree) {
        if (!(tree instanceof ModelTree.Join join)) {
            double y = TOP + row++ * ROW;
            svg.text(LEFT + WIDTH + 8, y + 4, names.apply(tree.models().get(0)), "start");
            return y;
        }
        double top = branch(join.left());
        double bottom = branch(join.right());
        svg.path(
                List.of(
                        new Svg.Point(at(join.left()), top),
                        new Svg.Point(at(join), top),
                        new Svg.Point(at(join), bottom),
                        new Svg.Point(at(join.right()), bottom)),
                false);
        return (top + bottom) / 2;
    }

    private double at(ModelTree tree) {
        return LEFT + WIDTH * (1 - tree.height() / longest);
    }

    private void axis(String distance, ModelTree tree) {
        double y = TOP + row * ROW;
        svg.line(LEFT, y, LEFT + WIDTH, y);
        for (double tick : new double[] {0, 0.5, 1}) {
            double x = LEFT + WIDTH * (1 - tick);
            svg.line(x, y, x, y + 4);
            svg.text(x, y + 18, Figure.decimal(2 * tree.height() * tick), "middle");
        }
        svg.text(LEFT, y + 38, distance, "start");
    }
}
