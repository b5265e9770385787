package dev.slop.report.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; blank lines are passed over. */
final class JsonLinesRows implements RowSource {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final BufferedReader reader;
    private String text = "";
    private long line;

    JsonLinesRows(BufferedReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean next() throws IOException {
        @Nullable String read = reader.readLine();
        line++;
        while (read != null && read.isBlank()) {
            read = reader.readLine();
            line++;
        }
        text = read == null ? "" : read;
        return read != null;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public Row row() throws UnreadableRowException {
        return row(record());
    }

    /** {@return the line as it is} */
    JsonNode record() throws UnreadableRowException {
        return parse(text);
    }

    /** {@return an object as a row} */
    static Row row(@Nullable JsonNode node) throws UnreadableRowException {
        if (node == null || !node.isObject()) {
            throw new UnreadableRowException(UnreadableRowException.WHOLE_ROW, "not a JSON object");
        }
        return new ObjectRow(node);
    }

    static JsonNode parse(String text) throws UnreadableRowException {
        try {
            JsonNode node = JSON.readValue(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableRowException(
                    UnreadableRowException.WHOLE_ROW, "not JSON: " + Reasons.oneLine(e.getOriginalMessage()));
        }
        throw new UnreadableRowException(UnreadableRowException.WHOLE_ROW, "not a JSON object");
    }

    private record ObjectRow(JsonNode node) implements Row {
        @Override
        public List<String> fields() {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            return names;
        }

        @Override
        public String text(String field) throws UnreadableRowException {
            JsonNode value = node.path(field);
            if (value.isMissingNode() || value.isNull()) {
                throw new UnreadableRowException(field, value.isNull() ? "is null" : "is missing");
            }
            if (value.isContainerNode()) {
                throw new UnreadableRowException(field, value.isArray() ? "is a list" : "is an object");
            }
            return value.asText();
        }
    }
}
