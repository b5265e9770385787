package dev.slop.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Reads replies leniently: a field of another type than expected counts as absent. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode list(List<String> texts) {
        return MAPPER.valueToTree(texts);
    }

    static byte[] bytes(ObjectNode node) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(node);
    }

    /** The one object that the text holds; anything else is a fault, the empty text included. */
    static ObjectNode parseObject(String text) throws JsonProcessingException {
        if (MAPPER.readTree(text) instanceof ObjectNode object) {
            return object;
        }
        throw new JsonProcessingException("not a JSON object") {
            private static final long serialVersionUID = 1L;
        };
    }

    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** Text that is not empty. */
    static Optional<String> word(JsonNode node, String field) {
        return text(node, field).filter(v -> !v.isBlank());
    }

    /** The texts of all objects in a list that hold one in {@code field}, joined; of those alone that pass the test. */
    static String joined(JsonNode list, String field, Predicate<JsonNode> test) {
        StringBuilder all = new StringBuilder();
        for (JsonNode part : list) {
            if (test.test(part)) {
                text(part, field).ifPresent(all::append);
            }
        }
        return all.toString();
    }

    static OptionalLong count(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.canConvertToLong() && value.longValue() >= 0
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }
}
