package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The {@code responses.jsonl} of verbalized-sampling: the answers of one reply, each with its stated probability. */
final class VerbalizedSampling implements ToolFormat {
    static boolean fits(JsonNode record) {
        return record.path("responses").isArray() && record.has("prompt");
    }

    @Override
    public List<TakenAnswer> take(JsonNode record, String model) throws UnreadableRowException {
        String prompt = Fields.text(record, "/prompt");
        String who = Fields.text(record, "/model", model);
        List<TakenAnswer> answers = new ArrayList<>();
        int at = 0;
        for (JsonNode response : Fields.list(record, "/responses")) {
            JsonNode text = response.isTextual() ? response : response.path("text");
            answers.add(TakenAnswer.of(prompt, prompt, who, Fields.content(text, "responses[" + at + "].text")));
            at++;
        }
        return answers;
    }
}
