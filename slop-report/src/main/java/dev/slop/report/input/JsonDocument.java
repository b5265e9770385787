package dev.slop.report.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** A file that is one JSON value with a list of records somewhere in it, which are read one by one. */
final class JsonDocument {
    private static final String ANY = "*";
    private static final JsonFactory JSON = new JsonMapper().getFactory();

    private final List<String> where;
    private final List<String> whereModel;
    private final RecordFile records;
    private String model;

    /** {@code where} names the fields that lead to the list; {@code *} is any, and names the model. */
    JsonDocument(List<String> where, List<String> whereModel, RecordFile records) {
        this.where = where;
        this.whereModel = whereModel;
        this.records = records;
        this.model = records.modelOfName();
    }

    /** Takes the whole document for one record. */
    static void readWhole(Reader reader, RecordFile records) throws IOException {
        try (JsonParser parser = JSON.createParser(reader)) {
            parser.nextToken();
            records.add(1, parser.readValueAsTree(), records.modelOfName());
        } catch (JsonProcessingException e) {
            records.skip(
                    e.getLocation().getLineNr(),
                    UnreadableRowException.WHOLE_ROW,
                    "not JSON: " + Reasons.oneLine(e.getOriginalMessage()));
        }
    }

    void read(Reader reader) throws IOException {
        try (JsonParser parser = JSON.createParser(reader)) {
            parser.nextToken();
            try {
                value(parser, new ArrayList<>());
            } catch (JsonProcessingException e) {
                long line = parser.currentLocation().getLineNr();
                records.skip(
                        line,
                        UnreadableRowException.WHOLE_ROW,
                        "not JSON, nothing after it can be read: " + Reasons.oneLine(e.getOriginalMessage()));
            }
        }
    }

    private void value(JsonParser parser, List<String> path) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY && isAt(path, where)) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                long line = parser.currentLocation().getLineNr();
                records.add(line, parser.readValueAsTree(), model);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT && leadsOn(path)) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                path.add(parser.currentName());
                field(parser, path);
                path.remove(path.size() - 1);
            }
        } else {
            parser.skipChildren();
        }
    }

    private void field(JsonParser parser, List<String> path) throws IOException {
        parser.nextToken();
        if (path.equals(whereModel)) {
            model = parser.getValueAsString(model);
        } else if (where.size() >= path.size() && where.get(path.size() - 1).equals(ANY)) {
            model = path.get(path.size() - 1);
        }
        value(parser, path);
    }

    private boolean leadsOn(List<String> path) {
        return isPrefix(path, where) || isPrefix(path, whereModel);
    }

    private static boolean isAt(List<String> path, List<String> whole) {
        return path.size() == whole.size() && agree(path, whole);
    }

    private static boolean isPrefix(List<String> path, List<String> whole) {
        return path.size() < whole.size() && agree(path, whole);
    }

    private static boolean agree(List<String> path, List<String> whole) {
        for (int i = 0; i < path.size(); i++) {
            if (!whole.get(i).equals(ANY) && !whole.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
