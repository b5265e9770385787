package dev.slop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds numbers in analysis.json by name: of every prompt and model, or elsewhere by the name's beginning. */
final class MetricFinder {
    private static final String PAIRS = "pairs.";
    private static final String POOLED = "pooled.";
    private static final String PROMPT = "prompt.";
    private static final String OVERALL = "overall.";

    private final JsonNode analysis;

    MetricFinder(JsonNode analysis) {
        this.analysis = analysis;
    }

    /**
     * One number.
     *
     * @param prompt id of its prompt, or {@code overall}
     * @param model its model, or two with {@code ×} between them, or empty
     * @param node a number, an object with value and interval, or an object with a reason
     */
    record Found(String prompt, String model, JsonNode node) {
        String where() {
            return model.isEmpty() ? prompt : prompt + " · " + model;
        }
    }

    /** {@return the number wherever it stands; empty if nothing has that name} */
    List<Found> find(String metric) {
        List<Found> found = new ArrayList<>();
        if (metric.startsWith(OVERALL)) {
            String rest = metric.substring(OVERALL.length());
            collect("overall", analysis.path("overall"), rest.startsWith("models.") ? rest.substring(7) : rest, found);
        } else {
            analysis.path("prompts").forEach(prompt -> collect(prompt.path("id").asText(), prompt, metric, found));
        }
        return found;
    }

    private static void collect(String where, JsonNode parent, String metric, List<Found> found) {
        if (metric.startsWith(PAIRS)) {
            parent.path("pairs").forEach(pair -> {
                String models = pair.path("a").asText() + " × " + pair.path("b").asText();
                add(where, models, pair, metric.substring(PAIRS.length()), found);
            });
        } else if (metric.startsWith(POOLED)) {
            add(where, "pooled", parent.path("pooled"), metric.substring(POOLED.length()), found);
        } else if (metric.startsWith(PROMPT)) {
            add(where, "", parent, metric.substring(PROMPT.length()), found);
        } else {
            parent.path("models")
                    .forEach(model -> add(where, model.path("model").asText(), model, metric, found));
        }
    }

    private static void add(String where, String model, JsonNode parent, String path, List<Found> found) {
        JsonNode node = parent;
        for (String step : path.split("\\.", -1)) {
            node = node.path(step);
        }
        if (isNumber(node)) {
            found.add(new Found(where, model, node));
        }
    }

    private static boolean isNumber(JsonNode node) {
        return node.isNumber() || node.path("value").isNumber() || (node.has("value") && node.has("reason"));
    }

    /** {@return the names that can be asked for} */
    List<String> names() {
        Set<String> names = new TreeSet<>();
        JsonNode prompt = analysis.path("prompts").path(0);
        prompt.path("models").forEach(model -> names("", model, names));
        names(PAIRS, prompt.path("pairs").path(0), names);
        return List.copyOf(names);
    }

    private static void names(String prefix, JsonNode node, Set<String> names) {
        node.properties().forEach(field -> {
            String name = prefix + field.getKey();
            if (isNumber(field.getValue())) {
                names.add(name);
            } else if (field.getValue().isObject()) {
                names(name + ".", field.getValue(), names);
            }
        });
    }
}
