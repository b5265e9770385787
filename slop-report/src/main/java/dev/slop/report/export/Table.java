package dev.slop.report.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows under typed columns. A cell is a {@link String}, a {@link Long}, a {@link Double} or, where empty, null. */
final class Table {
    private final String name;
    private final List<Column> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    Table(String name, Column... columns) {
        this.name = name;
        this.columns = List.of(columns);
    }

    void add(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(name + " has " + columns.size() + " columns, not " + cells.length);
        }
        rows.add(cells);
    }

    String name() {
        return name;
    }

    List<Column> columns() {
        return columns;
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }
}
