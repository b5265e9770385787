package dev.slop.report.input;

import java.util.List;

/** One row of a file, whatever the format. */
interface Row {
    /** {@return names of its fields as the file spells them} */
    List<String> fields();

    /**
     * {@return the text of a field}
     *
     * @throws UnreadableRowException if it is not there or is no text
     */
    String text(String field) throws UnreadableRowException;
}
