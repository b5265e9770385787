package dev.slop.report.export;

/**
 * A column of a table. Any cell may be empty.
 *
 * @param name as it stands in every format
 * @param type of its cells
 */
record Column(String name, Type type) {
    /** What a cell holds. */
    enum Type {
        TEXT,
        INTEGER,
        NUMBER
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column integer(String name) {
        return new Column(name, Type.INTEGER);
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }
}
