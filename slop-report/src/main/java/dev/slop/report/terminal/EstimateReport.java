package dev.slop.report.terminal;

import dev.slop.core.sampling.ModelEstimate;
import dev.slop.report.Dollars;
import dev.slop.report.RunEstimate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a run is going to take, as text for a terminal: a row per model, their sum, and what the numbers rest on. */
public final class EstimateReport {
    private static final int LONGEST_NOTE = 500;

    private EstimateReport() {}

    /**
     * Renders an estimate.
     *
     * @param estimate what is shown
     * @param style what the terminal can show
     * @return lines, each ended by a line feed
     */
    public static String render(RunEstimate estimate, TerminalStyle style) {
        Page page = new Page(style);
        page.line(page.ink()
                .bold(Words.number(estimate.missing()) + " of " + Words.count(estimate.planned(), "request")
                        + " to send"));
        page.blank();
        if (!estimate.models().isEmpty()) {
            table(page, estimate);
            page.blank();
        }
        for (String note : estimate.notes()) {
            page.paragraph("  " + page.symbols().separator().strip() + " ", page.safe(note, LONGEST_NOTE));
        }
        return page.toString();
    }

    private static void table(Page page, RunEstimate estimate) {
        Table table = new Table(page, "Model", "requests", "in", "out", "time", "low", "expected", "high");
        List<String> names = estimate.models().stream()
                .map(model -> model.model().toString())
                .toList();
        ModelNames shown = new ModelNames(page, names);
        for (ModelEstimate model : estimate.models()) {
            table.row(
                    columns -> shown.one(model.model().toString(), columns),
                    Words.number(model.requests()),
                    Words.number(model.expected().input()),
                    Words.number(model.expected().output()),
                    time(model.time()),
                    usd(model.usdLow()),
                    usd(model.usdExpected()),
                    usd(model.usdHigh()));
        }
        if (estimate.models().size() > 1) {
            table.row(
                    columns -> "total",
                    Words.number(estimate.missing()),
                    Words.number(estimate.models().stream()
                            .mapToLong(model -> model.expected().input())
                            .sum()),
                    Words.number(estimate.models().stream()
                            .mapToLong(model -> model.expected().output())
                            .sum()),
                    time(estimate.time()),
                    usd(estimate.usd(ModelEstimate::usdLow)),
                    usd(estimate.usd(ModelEstimate::usdExpected)),
                    usd(estimate.usd(ModelEstimate::usdHigh)));
        }
        table.print();
    }

    private static String usd(Optional<BigDecimal> usd) {
        return Dollars.text(usd);
    }

    private static String time(Optional<Duration> time) {
        return time.map(Words::duration).orElse(Dollars.UNKNOWN);
    }
}
