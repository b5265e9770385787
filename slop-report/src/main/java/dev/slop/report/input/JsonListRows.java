package dev.slop.report.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** A file that is one JSON list of objects. */
final class JsonListRows implements RowSource {
    private final JsonParser parser;
    private long line;
    private boolean isBroken;
    private @Nullable JsonNode record;
    private @Nullable String fault;

    JsonListRows(Reader reader) throws IOException {
        this.parser = new JsonMapper().createParser(reader);
        parser.nextToken();
    }

    @Override
    public boolean next() throws IOException {
        if (isBroken) {
            return false;
        }
        try {
            JsonToken token = parser.nextToken();
            line = parser.currentLocation().getLineNr();
            if (token == JsonToken.END_ARRAY || token == null) {
                return false;
            }
            record = parser.readValueAsTree();
        } catch (JsonProcessingException e) {
            isBroken = true;
            fault = "not JSON, nothing after it can be read: " + Reasons.oneLine(e.getOriginalMessage());
        }
        return true;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public Row row() throws UnreadableRowException {
        if (fault != null) {
            throw new UnreadableRowException(UnreadableRowException.WHOLE_ROW, fault);
        }
        return JsonLinesRows.row(record);
    }
}
