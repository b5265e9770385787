package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * NoveltyBench's {@code generations.jsonl}, {@code partitions.jsonl} and {@code scores.jsonl}: all answers of a model to
 * a prompt in one record.
 */
final class NoveltyBench implements ToolFormat {
    static boolean fits(JsonNode record) {
        return record.path("generations").isArray() && record.has("prompt");
    }

    @Override
    public List<TakenAnswer> take(JsonNode record, String model) throws UnreadableRowException {
        String prompt = Fields.text(record, "/prompt");
        String id = Fields.text(record, "/id", prompt);
        String who = Fields.text(record, "/model", model);
        List<TakenAnswer> answers = new ArrayList<>();
        int at = 0;
        for (JsonNode generation : Fields.list(record, "/generations")) {
            answers.add(TakenAnswer.of(id, prompt, who, Fields.content(generation, "generations[" + at + "]")));
            at++;
        }
        return answers;
    }
}
