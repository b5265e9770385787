package dev.slop.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.MeasuredAnswer;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.analysis.Respondents;
import dev.slop.report.AnalysisJson;
import dev.slop.report.OutcomeNames;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tables of an analysis: every answer, every group, every number of a model and of a pair, one a row. */
final class AnalysisTables {
    private AnalysisTables() {}

    static List<Table> of(Analysis analysis) {
        JsonNode numbers = AnalysisJson.tree(analysis, "");
        return List.of(answers(analysis), groups(analysis), metrics(numbers), pairs(numbers));
    }

    private static Table answers(Analysis analysis) {
        Table table = new Table(
                "answers",
                Column.text("prompt"),
                Column.text("model"),
                Column.text("variant"),
                Column.integer("index"),
                Column.text("outcome"),
                Column.integer("group"),
                Column.text("label"),
                Column.text("cleaned"),
                Column.text("text"),
                Column.text("rules"));
        for (PromptAnalysis prompt : analysis.prompts()) {
            for (MeasuredAnswer answer : prompt.answers()) {
                table.add(answer(prompt, answer));
            }
        }
        return table;
    }

    private static @Nullable Object[] answer(PromptAnalysis prompt, MeasuredAnswer measured) {
        boolean grouped = measured.group().isPresent();
        return new @Nullable Object[] {
            measured.answer().prompt(),
            measured.answer().model(),
            measured.answer().variant(),
            (long) measured.answer().index(),
            OutcomeNames.of(measured.outcome()),
            grouped ? (Long) (long) measured.group().getAsInt() : null,
            grouped ? prompt.pooled().groups().get(measured.group().getAsInt()).label() : null,
            grouped ? measured.cleaned() : null,
            measured.answer().text(),
            String.join(";", measured.rules())
        };
    }

    private static Table groups(Analysis analysis) {
        Table table = new Table(
                "groups",
                Column.text("prompt"),
                Column.text("model"),
                Column.integer("group"),
                Column.text("label"),
                Column.integer("count"),
                Column.number("share"),
                Column.integer("models"),
                Column.text("example"));
        for (PromptAnalysis prompt : analysis.prompts()) {
            Respondents asked = Respondents.of(List.of(prompt));
            prompt.models().forEach(model -> groups(prompt, model, asked, table));
            groups(prompt, prompt.pooled(), asked, table);
        }
        return table;
    }

    private static void groups(PromptAnalysis prompt, ModelAnalysis model, Respondents asked, Table table) {
        for (AnswerGroup group : model.groups()) {
            long models = asked.modelsAmong(
                    prompt.pooled().groups().get(group.group()).models().keySet());
            table.add(
                    prompt.id(),
                    model.model(),
                    (long) group.group(),
                    group.label(),
                    group.count(),
                    (double) group.count() / model.n(),
                    models,
                    group.example());
        }
    }

    private static Table metrics(JsonNode analysis) {
        Table table = numbers("metrics", Column.text("prompt"), Column.text("model"));
        for (JsonNode prompt : analysis.path("prompts")) {
            String id = prompt.path("id").asText();
            for (JsonNode model : prompt.path("models")) {
                Numbers.of(
                        model,
                        number -> table.add(number.row(id, model.path("model").asText())));
            }
            Numbers.of(prompt.path("pooled"), number -> table.add(number.row(id, ModelAnalysis.POOLED)));
            Numbers.of(prompt, number -> {
                if (!number.metric().startsWith("pooled.")) {
                    table.add(number.row(id, null));
                }
            });
        }
        for (JsonNode meaning : analysis.path("semantic").path("prompts")) {
            String id = meaning.path("id").asText();
            for (JsonNode model : meaning.path("models")) {
                meaning(
                        model,
                        number -> table.add(number.row(id, model.path("model").asText())));
            }
            meaning(meaning.path("pooled"), number -> table.add(number.row(id, ModelAnalysis.POOLED)));
        }
        for (JsonNode model : analysis.path("overall").path("models")) {
            Numbers.of(
                    model,
                    number -> table.add(number.row(null, model.path("model").asText())));
        }
        return table;
    }

    /** What the answers mean; how many there are is told already. */
    private static void meaning(JsonNode model, Consumer<Numbers.Measured> found) {
        Numbers.of(model, number -> {
            if (!number.metric().equals("n")) {
                found.accept(number);
            }
        });
    }

    private static Table pairs(JsonNode analysis) {
        Table table = numbers("pairs", Column.text("prompt"), Column.text("a"), Column.text("b"));
        for (JsonNode prompt : analysis.path("prompts")) {
            prompt.path("pairs").forEach(pair -> pair(prompt.path("id").asText(), pair, table));
        }
        for (JsonNode meaning : analysis.path("semantic").path("prompts")) {
            meaning.path("pairs").forEach(pair -> pair(meaning.path("id").asText(), pair, table));
        }
        analysis.path("overall").path("pairs").forEach(pair -> pair(null, pair, table));
        return table;
    }

    private static void pair(@Nullable String prompt, JsonNode pair, Table table) {
        String a = pair.path("a").asText();
        String b = pair.path("b").asText();
        Numbers.of(pair, number -> table.add(number.row(prompt, a, b)));
    }

    private static Table numbers(String name, Column... keys) {
        Column[] columns = new Column[keys.length + 7];
        System.arraycopy(keys, 0, columns, 0, keys.length);
        Column[] of = {
            Column.text("metric"),
            Column.number("value"),
            Column.number("lower"),
            Column.number("upper"),
            Column.number("level"),
            Column.text("method"),
            Column.text("reason")
        };
        System.arraycopy(of, 0, columns, keys.length, of.length);
        return new Table(name, columns);
    }
}
