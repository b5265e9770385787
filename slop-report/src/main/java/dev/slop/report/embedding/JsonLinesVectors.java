package dev.slop.report.embedding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slop.core.ConfigurationException;
import dev.slop.core.provider.PackedFloats;
import java.nio.file.Path;

/**
 * Reads one object a line, {@code {"text": "Mango", "embedding": [0.1, -0.2, …]}}, or with the numbers as 32-bit
 * little-endian floats in base64. Other fields and blank lines are passed over.
 */
final class JsonLinesVectors {
    private static final String TEXT = "text";
    private static final String EMBEDDING = "embedding";
    /** NaN is no JSON, but Python writes it: so that the error names the number and not the syntax. */
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build()
            .readerFor(JsonNode.class);

    private final StoredVectors vectors = new StoredVectors();

    private JsonLinesVectors() {}

    static StoredVectors read(Path file) {
        JsonLinesVectors reader = new JsonLinesVectors();
        TextFile.forEachLine(file, reader::add);
        return reader.vectors;
    }

    private void add(String place, String line) {
        if (!line.isBlank()) {
            JsonNode row = object(place, line);
            vectors.add(text(place, row), vector(place, row.path(EMBEDDING)), place, EMBEDDING);
        }
    }

    static JsonNode object(String place, String line) {
        try {
            JsonNode row = JSON.readValue(line);
            if (row.isObject()) {
                return row;
            }
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(
                    place + ": not JSON: " + StoredVectors.shown(e.getOriginalMessage())); // the cause quotes the text
        }
        throw new ConfigurationException(place + ": not a JSON object");
    }

    static String text(String place, JsonNode row) {
        JsonNode text = row.path(TEXT);
        if (!text.isTextual()) {
            throw new ConfigurationException(place + ": " + TEXT + ": "
                    + (text.isMissingNode() ? "is missing" : "must be a text, but is " + kind(text)));
        }
        return text.textValue();
    }

    private static float[] vector(String place, JsonNode node) {
        if (node.isTextual()) {
            return unpacked(place, node.textValue());
        }
        if (!node.isArray() || node.isEmpty()) {
            throw wrong(
                    place,
                    node.isMissingNode()
                            ? "is missing"
                            : "must be a list of numbers, or base64 of 32-bit floats, but is " + kind(node));
        }
        float[] vector = new float[node.size()];
        for (int i = 0; i < vector.length; i++) {
            if (!node.get(i).isNumber()) {
                throw new ConfigurationException(
                        place + ": " + EMBEDDING + "[" + i + "]: must be a number, but is " + kind(node.get(i)));
            }
            vector[i] = node.get(i).floatValue();
        }
        return vector;
    }

    private static float[] unpacked(String place, String text) {
        try {
            float[] vector = PackedFloats.unpack(text);
            if (vector.length > 0) {
                return vector;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(place, "is no base64 of 32-bit floats: " + StoredVectors.shown(String.valueOf(e.getMessage())));
        }
        throw wrong(place, "is empty");
    }

    private static ConfigurationException wrong(String place, String what) {
        return new ConfigurationException(place + ": " + EMBEDDING + ": " + what);
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> node.isEmpty() ? "an empty list" : "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a truth value";
            default -> "null";
        };
    }
}
