package dev.slop.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.Overall.ModelMeans;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.answer.Outcome;
import java.util.List;
import java.util.function.Function;

/**
 * The data of the page's scripts, apart from how they are drawn.
 *
 * <pre>
 * models: [short name]   modelIds: [full name]   outcomes: [words]   rules: [[rule]]   textLimit: characters
 * shortened: whether any answer is longer   answers: how many there are, listed or not
 * forest: {models: [model], entropy|top|distinct: [[value, lower, upper] or null]}
 * prompts: see {@link PromptData}
 * </pre>
 */
final class PageData {
    /** The scripts know an outcome by its place here. */
    static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PageData() {}

    static String json(Analysis analysis, ModelNames names, TextBudget budget) {
        Pool<List<String>> rules = new Pool<>();
        ObjectNode page = JSON.objectNode();
        page.set("models", strings(names.allShort()));
        page.set(
                "modelIds",
                strings(names.all().stream()
                        .map(id -> VisibleText.line(id, 200))
                        .toList()));
        page.set("outcomes", strings(OUTCOMES.stream().map(Fact::words).toList()));
        page.put("textLimit", budget.limit());
        page.put(
                "answers",
                analysis.prompts().stream().mapToLong(p -> p.answers().size()).sum());
        page.put("shortened", budget.shortens(analysis));
        page.set("forest", forest(Across.byEntropy(analysis), names));
        Detail detail = Detail.of(analysis);
        ArrayNode prompts = page.putArray("prompts");
        for (PromptAnalysis prompt : analysis.prompts()) {
            prompts.add(PromptData.of(
                    prompt,
                    analysis.semantic().of(prompt.id()),
                    PromptRef.of(prompts.size(), prompt),
                    names,
                    rules,
                    budget,
                    detail));
        }
        ArrayNode traces = page.putArray("rules");
        rules.values().forEach(trace -> traces.add(strings(trace)));
        return page.toString();
    }

    private static ObjectNode forest(List<ModelMeans> means, ModelNames names) {
        ObjectNode forest = JSON.objectNode();
        ArrayNode models = forest.putArray("models");
        means.forEach(model -> models.add(names.shortName(model.model())));
        forest.set("entropy", estimates(means, ModelMeans::entropyBits));
        forest.set("top", estimates(means, ModelMeans::topShare));
        forest.set("distinct", estimates(means, ModelMeans::distinctRatio));
        return forest;
    }

    private static ArrayNode estimates(List<ModelMeans> means, Function<ModelMeans, Quantity> measure) {
        ArrayNode all = JSON.arrayNode();
        for (ModelMeans model : means) {
            if (measure.apply(model) instanceof Estimate e) {
                all.addArray().add(number(e.value())).add(number(e.lower())).add(number(e.upper()));
            } else {
                all.addNull();
            }
        }
        return all;
    }

    /** Four decimals are more than a chart shows; what is infinite has no place on an axis. */
    private static JsonNode number(double value) {
        return Double.isFinite(value) ? JSON.numberNode(Math.round(value * 1e4) / 1e4) : JSON.nullNode();
    }

    static ArrayNode strings(List<String> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
