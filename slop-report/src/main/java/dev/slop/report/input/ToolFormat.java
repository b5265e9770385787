package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** How another tool writes its answers: one JSON object a record. One instance reads one file. */
interface ToolFormat {
    /**
     * Takes the answers out of a record.
     *
     * @param record as the tool wrote it
     * @param model of the answers where the record names none
     * @return none if the record holds no answer on purpose
     * @throws UnreadableRowException if it lacks what an answer needs
     */
    List<TakenAnswer> take(JsonNode record, String model) throws UnreadableRowException;

    /** {@return what a later record of the same key replaces; empty if every record counts} */
    default Optional<String> key(JsonNode record) {
        return Optional.empty();
    }

    /** {@return what has to be told of the file when all is read; empty if nothing} */
    default String remark() {
        return "";
    }
}
