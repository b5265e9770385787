package dev.slop.report.input;

/**
 * A row that could not be read and was left out.
 *
 * @param file as it was named
 * @param line where the row starts, from 1
 * @param field what of it is wrong; {@code row} if all is
 * @param reason in a few words
 */
public record SkippedRow(String file, long line, String field, String reason) {
    /** {@return {@code file:line: field: reason}} */
    @Override
    public String toString() {
        return file + ":" + line + ": " + field + ": " + reason;
    }
}
