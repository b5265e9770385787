package dev.slop.bench;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How often things happened, in the order of a table's columns. */
final class Rates {
    private final Map<String, int[]> counts = new LinkedHashMap<>();

    /**
     * Counts over data sets.
     *
     * @param dataSets by column whether it happened; empty where it could not
     */
    static Rates of(List<Map<String, Optional<Boolean>>> dataSets) {
        Rates rates = new Rates();
        dataSets.forEach(dataSet -> dataSet.forEach(rates::add));
        return rates;
    }

    /** {@return whether an interval holds the truth, empty where there is none} */
    static Optional<Boolean> covers(Quantity quantity, double truth) {
        return quantity instanceof Estimate estimate
                ? Optional.of(estimate.lower() <= truth + 1e-12 && truth <= estimate.upper() + 1e-12)
                : Optional.empty();
    }

    /** {@return a row of a table} */
    String row(String first, List<String> columns) {
        return columns.stream().map(this::percent).collect(Collectors.joining(" | ", "| " + first + " | ", " |"));
    }

    private void add(String column, Optional<Boolean> happened) {
        int[] count = counts.computeIfAbsent(column, c -> new int[3]);
        count[0] += happened.orElse(false) ? 1 : 0;
        count[1] += happened.isPresent() ? 1 : 0;
        count[2]++;
    }

    /** {@return a cell: percent of the data sets that could be judged, with a star where some could not} */
    String percent(String column) {
        int[] count = counts.getOrDefault(column, new int[3]);
        return count[1] == 0
                ? "–"
                : String.format(Locale.ROOT, "%.1f%s", 100.0 * count[0] / count[1], count[1] < count[2] ? "*" : "");
    }
}
