package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slop.metrics.answer.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A log of Inspect as JSON ({@code inspect log dump}): a list of samples. */
final class InspectLog implements ToolFormat {
    @Override
    public List<TakenAnswer> take(JsonNode record, String model) throws UnreadableRowException {
        String id = Fields.text(record, "/id");
        String prompt = input(record.path("input"), id);
        String who = Fields.text(record, "/output/model", model);
        if (record.path("error").isObject()) {
            return List.of(TakenAnswer.of(id, prompt, who, "").ended(Outcome.FAILED));
        }
        List<TakenAnswer> answers = new ArrayList<>();
        for (JsonNode choice : Fields.list(record, "/output/choices")) {
            String text = Fields.content(choice.at("/message/content"), "output.choices.message.content");
            answers.add(TakenAnswer.of(id, prompt, who, text)
                    .ended(Stops.outcome(choice.path("stop_reason").asText())));
        }
        return answers;
    }

    /** A text, or messages of which the last is the question. */
    private static String input(JsonNode input, String otherwise) throws UnreadableRowException {
        if (input.isTextual()) {
            return input.asText();
        }
        return input.isArray() && !input.isEmpty()
                ? Fields.content(input.path(input.size() - 1).path("content"), "input")
                : otherwise;
    }
}
