package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table of models × models whose cells are coloured by their share.
 *
 * @param id of the measure
 * @param title of the measure
 * @param names of the columns, as those of the rows
 * @param rows one per model
 */
record HeatMap(String id, String title, List<String> names, List<Row> rows) {
    private static final int STEPS = 10;

    /**
     * A row.
     *
     * @param name of the model
     * @param cells one per model
     */
    record Row(String name, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param style class of its colour
     * @param value percent without sign; empty on the diagonal
     * @param title the pair with its interval
     */
    record Cell(String style, String value, String title) {}

    static HeatMap of(String id, String title, ModelNames names, Map<List<String>, Quantity> values) {
        List<Row> rows = new ArrayList<>();
        for (String a : names.all()) {
            List<Cell> cells = new ArrayList<>();
            for (String b : names.all()) {
                Quantity value = values.get(List.of(a, b));
                cells.add(value == null ? new Cell("self", "", "") : cell(a, b, value, names));
            }
            rows.add(new Row(names.shortName(a), cells));
        }
        return new HeatMap(id, title, names.allShort(), rows);
    }

    private static Cell cell(String a, String b, Quantity value, ModelNames names) {
        String pair = names.shortName(a) + " and " + names.shortName(b) + ": ";
        Figure figure = Figure.share(value);
        if (!(value instanceof Estimate estimate)) {
            return new Cell("none", figure.value(), pair + figure.how());
        }
        long step = Math.round(STEPS * Math.max(0, Math.min(1, estimate.value())));
        String interval = figure.interval().isEmpty() ? "" : " (" + figure.interval() + ")";
        return new Cell("h" + step, Figure.percent(estimate.value()), pair + figure.value() + interval);
    }
}
