package dev.slop.report.input;

import java.io.IOException;

/** Gives the rows of a file, one at a time. */
interface RowSource {
    /** Moves to the next row; {@code false} at the end. */
    boolean next() throws IOException;

    /** {@return the line where the row starts, from 1} */
    long line();

    /**
     * {@return the row}
     *
     * @throws UnreadableRowException if the format's rules do not hold for it
     */
    Row row() throws UnreadableRowException;
}
