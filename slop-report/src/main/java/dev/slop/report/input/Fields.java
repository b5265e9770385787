package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads fields of a record, and says which one is at fault. */
final class Fields {
    private Fields() {}

    /** {@return a text, or a number as text} */
    static String text(JsonNode record, String pointer) throws UnreadableRowException {
        JsonNode node = record.at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            throw new UnreadableRowException(name(pointer), node.isNull() ? "is null" : "is missing");
        }
        if (node.isContainerNode()) {
            throw new UnreadableRowException(name(pointer), node.isArray() ? "is a list" : "is an object");
        }
        return node.asText();
    }

    static String text(JsonNode record, String pointer, String otherwise) {
        JsonNode node = record.at(pointer);
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank() ? node.asText() : otherwise;
    }

    static List<JsonNode> list(JsonNode record, String pointer) throws UnreadableRowException {
        JsonNode node = record.at(pointer);
        if (!node.isArray()) {
            throw new UnreadableRowException(name(pointer), node.isMissingNode() ? "is missing" : "is no list");
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }

    /** {@return the text of a message, which may come in parts of which some are no text} */
    static String content(JsonNode node, String field) throws UnreadableRowException {
        if (node.isTextual()) {
            return node.asText();
        }
        if (!node.isArray()) {
            throw new UnreadableRowException(
                    field, node.isMissingNode() || node.isNull() ? "is missing" : "is no text");
        }
        StringBuilder text = new StringBuilder();
        node.forEach(part ->
                text.append(part.isTextual() ? part.asText() : part.path("text").asText("")));
        return text.toString();
    }

    static String name(String pointer) {
        return pointer.substring(1).replace('/', '.');
    }
}
