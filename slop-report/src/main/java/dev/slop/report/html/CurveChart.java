package dev.slop.report.html;

import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.ModelDetail.RarefactionPoint;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.util.List;
import java.util.function.Predicate;

/** How many different answers so many answers show: a panel a model on shared axes, dashed beyond those sampled. */
final class CurveChart {
    private static final int COLUMNS = 4;
    private static final int LABEL = 26;
    private static final double LEFT = 48;
    private static final double TOP = 72;
    private static final double WIDTH = 180;
    private static final double HEIGHT = 120;
    private static final double GAP_X = 60;
    private static final double GAP_Y = 72;
    private static final double DOT = 6;

    private final Svg svg;
    private final ModelNames names;
    private final long mostAnswers;
    private final double mostDistinct;

    private CurveChart(PromptAnalysis prompt, List<ModelAnalysis> models, ModelNames names) {
        this.svg = new Svg(VisibleText.line(prompt.id() + ": different answers among so many", 100));
        this.names = names;
        List<RarefactionPoint> all = models.stream()
                .flatMap(model -> model.detail().rarefaction().stream())
                .toList();
        this.mostAnswers =
                all.stream().mapToLong(RarefactionPoint::answers).max().orElse(1);
        this.mostDistinct = Math.ceil(
                all.stream().mapToDouble(RarefactionPoint::distinct).max().orElse(1));
    }

    /** {@return the curves; a title alone where no model has one} */
    static Svg of(PromptAnalysis prompt, ModelNames names) {
        List<ModelAnalysis> models = prompt.models().stream()
                .filter(model -> !model.detail().rarefaction().isEmpty())
                .toList();
        CurveChart chart = new CurveChart(prompt, models, names);
        for (int i = 0; i < models.size(); i++) {
            double x = LEFT + (i % COLUMNS) * (WIDTH + GAP_X);
            int row = i / COLUMNS;
            chart.panel(models.get(i), x, TOP + row * (HEIGHT + GAP_Y));
        }
        return chart.svg;
    }

    private void panel(ModelAnalysis model, double x, double y) {
        String name = VisibleText.line(names.shortName(model.model()), LABEL);
        svg.text(x, y - 14, name + " (n = " + Figure.count(model.n()) + ")", "start");
        axes(x, y);
        curve(model, x, y, point -> point.answers() <= model.n(), false);
        curve(model, x, y, point -> point.answers() >= model.n(), true);
        Svg.Point seen = new Svg.Point(atX(x, model.n()), atY(y, model.distinct()));
        svg.rectangle(
                seen.x() - DOT / 2,
                seen.y() - DOT / 2,
                DOT,
                DOT,
                "#0072b2",
                name + ": " + model.distinct() + " different among " + Figure.count(model.n()));
    }

    private void axes(double x, double y) {
        svg.line(x, y, x, y + HEIGHT);
        svg.line(x, y + HEIGHT, x + WIDTH, y + HEIGHT);
        svg.text(x - 6, y + 6, Figure.decimal(mostDistinct), "end");
        svg.text(x - 6, y + HEIGHT, "0", "end");
        svg.text(x, y + HEIGHT + 16, "0", "middle");
        svg.text(x + WIDTH, y + HEIGHT + 16, Figure.count(mostAnswers), "middle");
        svg.text(x + WIDTH / 2, y + HEIGHT + 16, "answers", "middle");
    }

    private void curve(ModelAnalysis model, double x, double y, Predicate<RarefactionPoint> part, boolean dashed) {
        List<Svg.Point> points = model.detail().rarefaction().stream()
                .filter(part)
                .map(point -> new Svg.Point(atX(x, point.answers()), atY(y, point.distinct())))
                .toList();
        svg.path(points, dashed);
    }

    private double atX(double x, long answers) {
        return x + WIDTH * ((double) answers / mostAnswers);
    }

    private double atY(double y, double distinct) {
        return y + HEIGHT * (1 - distinct / mostDistinct);
    }
}
