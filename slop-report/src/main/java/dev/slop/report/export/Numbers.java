package dev.slop.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds every number of a part of analysis.json; its name is the way to it, with dots. Lists are passed over. */
final class Numbers {
    private Numbers() {}

    static void of(JsonNode node, Consumer<Measured> found) {
        node.properties().forEach(field -> find(field.getKey(), field.getValue(), null, found));
    }

    private static void find(String metric, JsonNode node, @Nullable String method, Consumer<Measured> found) {
        if (node.isNumber()) {
            found.accept(new Measured(metric, node.asDouble(), null, null, null, method, null));
        } else if (node.has("value") && (node.has("method") || node.has("reason"))) {
            found.accept(estimate(metric, node));
            // A p-value has its adjusted forms beside it.
            node.properties().forEach(field -> {
                if (field.getKey().startsWith("adjusted") && field.getValue().isNumber()) {
                    find(metric + "." + field.getKey(), field.getValue(), text(node, "method"), found);
                }
            });
        } else if (node.isObject()) {
            String stated = node.has("method") ? text(node, "method") : method;
            node.properties().forEach(field -> find(metric + "." + field.getKey(), field.getValue(), stated, found));
        }
    }

    private static Measured estimate(String metric, JsonNode node) {
        return new Measured(
                metric,
                number(node, "value"),
                number(node, "lower"),
                number(node, "upper"),
                number(node, "level"),
                text(node, "method"),
                text(node, "reason"));
    }

    private static @Nullable Double number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? (Double) value.asDouble() : null;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.asText() : null;
    }

    /** One number, or the reason why there is none. */
    record Measured(
            String metric,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double level,
            @Nullable String method,
            @Nullable String reason) {
        @Nullable
        Object[] row(@Nullable String... keys) {
            @Nullable Object[] row = new @Nullable Object[keys.length + 7];
            System.arraycopy(keys, 0, row, 0, keys.length);
            @Nullable Object[] cells = {metric, value, lower, upper, level, method, reason};
            System.arraycopy(cells, 0, row, keys.length, cells.length);
            return row;
        }
    }
}
