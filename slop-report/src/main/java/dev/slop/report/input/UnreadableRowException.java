package dev.slop.report.input;

/** A row, or one field of it, cannot be read. */
final class UnreadableRowException extends Exception {
    static final String WHOLE_ROW = "row";
    private static final long serialVersionUID = 1L;

    private final String field;

    UnreadableRowException(String field, String reason) {
        super(reason);
        this.field = field;
    }

    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
