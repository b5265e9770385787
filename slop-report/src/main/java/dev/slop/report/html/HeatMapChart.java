package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import java.util.List;
import java.util.Map;

/** Models × models, each cell as dark as its number in [0, 1] is large. */
final class HeatMapChart {
    private static final double LABEL_WIDTH = 190;
    private static final double CELL = 54;
    private static final double TOP = 170;
    private static final int LABEL = 26;

    private HeatMapChart() {}

    static Svg of(String title, ModelNames names, Map<List<String>, Quantity> values) {
        Svg svg = new Svg(title);
        List<String> models = names.all();
        for (int row = 0; row < models.size(); row++) {
            double y = TOP + row * CELL;
            svg.text(12 + LABEL_WIDTH - 8, y + CELL / 2 + 4, label(row, models, names), "end");
            svg.text(12 + LABEL_WIDTH + row * CELL + 4, TOP - 8 - 18 * (row % 7), label(row, models, names), "start");
            for (int column = 0; column < models.size(); column++) {
                Quantity value = values.get(List.of(models.get(row), models.get(column)));
                if (value instanceof Estimate estimate) {
                    cell(svg, 12 + LABEL_WIDTH + column * CELL, y, estimate, pair(row, column, models, names));
                }
            }
        }
        return svg;
    }

    private static String label(int at, List<String> models, ModelNames names) {
        return VisibleText.line(names.shortName(models.get(at)), LABEL);
    }

    private static String pair(int a, int b, List<String> models, ModelNames names) {
        return names.shortName(models.get(a)) + " and " + names.shortName(models.get(b));
    }

    private static void cell(Svg svg, double x, double y, Estimate estimate, String pair) {
        double share = Math.max(0, Math.min(1, estimate.value()));
        String shade = String.format("#%02x%02x%02x", mix(255, 0, share), mix(255, 68, share), mix(255, 136, share));
        Figure figure = Figure.share(estimate);
        svg.rectangle(x, y, CELL, CELL, shade, pair + ": " + figure.value() + " (" + figure.interval() + ")");
        svg.text(
                x + CELL / 2,
                y + CELL / 2 + 4,
                Figure.percent(estimate.value()),
                12,
                "middle",
                share > 0.65 ? "#ffffff" : "#1a1a1a");
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
