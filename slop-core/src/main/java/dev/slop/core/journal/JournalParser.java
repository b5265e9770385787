package dev.slop.core.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses lines of a journal token by token, without a tree: a journal may have millions. Texts that come
 * back in line after line, such as the prompt's id, are kept once.
 */
final class JournalParser {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LineSplitter.LONGEST)
                    .build())
            .build();
    private static final int MOST_SHARED = 10_000;

    private final Map<String, String> shared = new HashMap<>();

    /**
     * Parses one line. Throws {@link IllegalArgumentException} with the reason, besides what Jackson throws, if it is not
     * one object whose fields have the right types.
     */
    JournalLine parse(byte[] buffer, int start, int length) throws IOException {
        try (JsonParser json = FACTORY.createParser(buffer, start, length)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "no JSON object");
            Fields fields = new Fields();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                read(name, fields, json);
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, "more than one object");
            return fields.toLine();
        }
    }

    private void read(String name, Fields fields, JsonParser json) throws IOException {
        switch (name) {
            case "v" -> fields.v = integer(json);
            case "index" -> fields.index = integer(json);
            case "attempt" -> fields.attempt = integer(json);
            case "latencyMs" -> fields.latencyMs = isNull(json) ? null : json.getDecimalValue();
            case "finishReason" -> fields.finishReason = reason(json);
            case "usage" -> fields.usage = usage(json);
            default -> readText(name, fields, json);
        }
    }

    private void readText(String name, Fields fields, JsonParser json) throws IOException {
        switch (name) {
            case "event" -> fields.event = share(text(json));
            case "at" -> fields.at = text(json);
            case "experiment" -> fields.experiment = text(json);
            case "slop" -> fields.slop = text(json);
            case "key" -> fields.key = text(json);
            case "model" -> fields.model = share(text(json));
            case "prompt" -> fields.prompt = share(text(json));
            case "variant" -> fields.variant = share(text(json));
            case "text" -> fields.text = text(json);
            case "modelVersion" -> fields.modelVersion = share(text(json));
            case "requestId" -> fields.requestId = text(json);
            case "error" -> fields.error = share(text(json));
            case "perhapsBilled" -> fields.perhapsBilled = isNull(json) ? null : json.getBooleanValue();
            default -> json.skipChildren();
        }
    }

    private JournalLine.@Nullable Reason reason(JsonParser json) throws IOException {
        if (!isObject(json, "finishReason")) {
            return null;
        }
        String kind = null;
        String raw = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "kind" -> kind = share(text(json));
                case "raw" -> raw = share(text(json));
                default -> json.skipChildren();
            }
        }
        return new JournalLine.Reason(kind, raw);
    }

    private static JournalLine.@Nullable Usage usage(JsonParser json) throws IOException {
        if (!isObject(json, "usage")) {
            return null;
        }
        Long input = null;
        Long output = null;
        Long reasoning = null;
        Long cached = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "input" -> input = number(json);
                case "output" -> output = number(json);
                case "reasoning" -> reasoning = number(json);
                case "cachedInput" -> cached = number(json);
                default -> json.skipChildren();
            }
        }
        return new JournalLine.Usage(input, output, reasoning, cached);
    }

    private static boolean isObject(JsonParser json, String name) {
        if (isNull(json)) {
            return false;
        }
        require(json.currentToken() == JsonToken.START_OBJECT, "'" + name + "' is no object");
        return true;
    }

    private static boolean isNull(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    private static @Nullable Integer integer(JsonParser json) throws IOException {
        return isNull(json) ? null : json.getIntValue();
    }

    private static @Nullable Long number(JsonParser json) throws IOException {
        return isNull(json) ? null : json.getLongValue();
    }

    private static @Nullable String text(JsonParser json) throws IOException {
        if (isNull(json)) {
            return null;
        }
        require(json.currentToken() == JsonToken.VALUE_STRING, "'" + json.currentName() + "' is no text");
        return json.getText();
    }

    private @Nullable String share(@Nullable String text) {
        if (text == null || shared.size() >= MOST_SHARED) {
            return text;
        }
        String known = shared.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** What a line holds, until all of it is read. */
    private static final class Fields {
        private @Nullable Integer v;
        private @Nullable String event;
        private @Nullable String at;
        private @Nullable String experiment;
        private @Nullable String slop;
        private @Nullable String key;
        private @Nullable String model;
        private @Nullable String prompt;
        private @Nullable String variant;
        private @Nullable Integer index;
        private @Nullable Integer attempt;
        private @Nullable String text;
        private JournalLine.@Nullable Reason finishReason;
        private JournalLine.@Nullable Usage usage;
        private @Nullable BigDecimal latencyMs;
        private @Nullable String modelVersion;
        private @Nullable String requestId;
        private @Nullable String error;
        private @Nullable Boolean perhapsBilled;

        JournalLine toLine() {
            return new JournalLine(
                    v,
                    event,
                    at,
                    experiment,
                    slop,
                    key,
                    model,
                    prompt,
                    variant,
                    index,
                    attempt,
                    text,
                    finishReason,
                    usage,
                    latencyMs,
                    modelVersion,
                    requestId,
                    error,
                    perhapsBilled);
        }
    }
}
