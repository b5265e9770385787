package dev.slop.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Columns under a faint header; the first column takes what the others leave. */
final class Table {
    private static final String GAP = "  ";

    private final Page page;
    private final String firstHeader;
    private final List<IntFunction<String>> first = new ArrayList<>();
    private final List<List<String>> others = new ArrayList<>();

    Table(Page page, String firstHeader, String... otherHeaders) {
        this.page = page;
        this.firstHeader = firstHeader;
        this.others.add(List.of(otherHeaders));
    }

    /** The first cell is told how many columns it may take. */
    void row(IntFunction<String> firstCell, String... otherCells) {
        first.add(firstCell);
        others.add(List.of(otherCells));
    }

    void print() {
        int[] widths = widths();
        int left = page.width() - Page.INDENT.length();
        for (int width : widths) {
            left -= GAP.length() + width;
        }
        int columns = left;
        List<String> names = first.stream().map(f -> f.apply(columns)).toList();
        int widest = names.stream().mapToInt(DisplayWidth::of).reduce(firstHeader.length(), Math::max);
        page.line(page.ink()
                .faint(format(firstHeader, widest, others.get(0), widths).stripTrailing()));
        for (int i = 0; i < names.size(); i++) {
            page.line(format(names.get(i), widest, others.get(i + 1), widths));
        }
    }

    private int[] widths() {
        int[] widths = new int[others.get(0).size()];
        for (List<String> row : others) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private static String format(String first, int widest, List<String> others, int[] widths) {
        StringBuilder line = new StringBuilder(Page.INDENT).append(DisplayWidth.padRight(first, widest));
        for (int i = 0; i < widths.length; i++) {
            line.append(GAP).append(DisplayWidth.padRight(others.get(i), widths[i]));
        }
        return line.toString();
    }
}
