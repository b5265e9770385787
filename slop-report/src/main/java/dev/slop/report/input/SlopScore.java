package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A result of slop-score: a list of samples under the model's name. */
final class SlopScore implements ToolFormat {
    @Override
    public List<TakenAnswer> take(JsonNode record, String model) throws UnreadableRowException {
        String prompt = Fields.text(record, "/prompt", "");
        String id = Fields.text(record, "/prompt_index", prompt);
        if (id.isEmpty()) {
            throw new UnreadableRowException("prompt_index", "is missing");
        }
        return List.of(TakenAnswer.of(id, prompt.isEmpty() ? id : prompt, model, Fields.text(record, "/output")));
    }
}
