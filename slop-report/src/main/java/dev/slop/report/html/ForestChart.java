package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.Overall;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each model's means over prompts with their intervals, two numbers beside each other. */
final class ForestChart {
    private static final double LABEL_WIDTH = 220;
    private static final double AXIS = 260;
    private static final double GAP = 150;
    private static final double ROW = 26;
    private static final double TOP = 84;

    private final Svg svg = new Svg("Diversity of each model, mean over prompts");
    private final List<Overall.ModelMeans> models;
    private final ModelNames names;

    private ForestChart(List<Overall.ModelMeans> models, ModelNames names) {
        this.models = models;
        this.names = names;
    }

    static Svg of(List<Overall.ModelMeans> models, ModelNames names) {
        ForestChart chart = new ForestChart(models, names);
        for (int i = 0; i < models.size(); i++) {
            String name = names.shortName(models.get(i).model());
            chart.svg.text(12 + LABEL_WIDTH - 10, TOP + i * ROW + 4, VisibleText.line(name, 32), "end");
        }
        chart.axis("share of the top answer", 1, 12 + LABEL_WIDTH, Overall.ModelMeans::topShare);
        double most = models.stream()
                .map(Overall.ModelMeans::entropyBits)
                .flatMap(q ->
                        q instanceof Estimate e && Double.isFinite(e.upper()) ? Stream.of(e.upper()) : Stream.empty())
                .reduce(1.0, Math::max);
        chart.axis("entropy, bits", Math.ceil(most), 12 + LABEL_WIDTH + AXIS + GAP, Overall.ModelMeans::entropyBits);
        return chart.svg;
    }

    private void axis(String title, double most, double x, Function<Overall.ModelMeans, Quantity> number) {
        double bottom = TOP + models.size() * ROW;
        svg.text(x, TOP - 30, title, "start");
        svg.line(x, bottom - 8, x + AXIS, bottom - 8);
        for (double tick : new double[] {0, 0.5, 1}) {
            svg.line(x + tick * AXIS, bottom - 8, x + tick * AXIS, bottom - 4);
            svg.text(x + tick * AXIS, bottom + 10, Figure.decimal(tick * most), "middle");
        }
        for (int i = 0; i < models.size(); i++) {
            if (number.apply(models.get(i)) instanceof Estimate estimate) {
                row(
                        estimate,
                        most,
                        x,
                        TOP + i * ROW,
                        names.shortName(models.get(i).model()));
            }
        }
    }

    private void row(Estimate estimate, double most, double x, double y, String name) {
        double lower = x + AXIS * Math.max(0, estimate.lower()) / most;
        double upper = x + AXIS * Math.min(most, estimate.upper()) / most;
        double at = x + AXIS * Math.min(most, estimate.value()) / most;
        String text = Figure.decimal(estimate.value()) + " [" + Figure.decimal(estimate.lower()) + ", "
                + Figure.decimal(estimate.upper()) + "]";
        svg.line(lower, y, upper, y);
        svg.rectangle(at - 4, y - 4, 8, 8, "#0072b2", name + ": " + text);
        svg.text(x + AXIS + 8, y + 4, text, "start");
    }
}
