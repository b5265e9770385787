package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A {@code samples_*.jsonl} of lm-evaluation-harness; its answers stand in lists of lists. */
final class LmEvaluationHarness implements ToolFormat {
    static boolean fits(JsonNode record) {
        return record.has("doc_id") && record.path("resps").isArray();
    }

    @Override
    public List<TakenAnswer> take(JsonNode record, String model) throws UnreadableRowException {
        String id = Fields.text(record, "/doc_id");
        String prompt = prompt(record, id);
        List<TakenAnswer> answers = new ArrayList<>();
        add(record.path("resps"), id, prompt, model, answers);
        if (answers.isEmpty()) {
            throw new UnreadableRowException("resps", "holds no text");
        }
        return answers;
    }

    /** What was asked is the first argument of the first request, be they lists or objects. */
    private static String prompt(JsonNode record, String otherwise) {
        JsonNode arguments = record.path("arguments");
        JsonNode request = arguments.isObject() ? arguments.path("gen_args_0") : arguments.path(0);
        JsonNode first = request.isObject() ? request.path("arg_0") : request.path(0);
        return first.isTextual() ? first.asText() : otherwise;
    }

    private static void add(JsonNode node, String id, String prompt, String model, List<TakenAnswer> answers) {
        if (node.isTextual()) {
            answers.add(TakenAnswer.of(id, prompt, model, node.asText()));
        }
        node.forEach(item -> add(item, id, prompt, model, answers));
    }
}
