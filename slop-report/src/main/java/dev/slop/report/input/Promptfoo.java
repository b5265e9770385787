package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slop.metrics.answer.Outcome;
import java.util.List;

/**
 * The JSON that promptfoo writes with {@code -o}: a list of results. A reply from its cache is a copy of an earlier one
 * and no fresh sample, so it is left out and counted.
 */
final class Promptfoo implements ToolFormat {
    private long cached;

    @Override
    public List<TakenAnswer> take(JsonNode record, String model) throws UnreadableRowException {
        if (record.at("/response/cached").asBoolean()) {
            cached++;
            return List.of();
        }
        String prompt = Fields.text(record, "/prompt/raw");
        String who = Fields.text(record, "/provider/label", Fields.text(record, "/provider/id", model));
        JsonNode output = record.at("/response/output");
        if (output.isMissingNode() || output.isNull()) {
            if (Fields.text(record, "/error", "").isEmpty()) {
                throw new UnreadableRowException("response.output", "is missing");
            }
            return List.of(TakenAnswer.of(prompt, prompt, who, "").ended(Outcome.FAILED));
        }
        String text = output.isTextual() ? output.asText() : output.toString();
        Outcome outcome = record.at("/response/isRefusal").asBoolean()
                ? Outcome.REFUSED
                : Stops.outcome(record.at("/response/finishReason").asText());
        return List.of(TakenAnswer.of(prompt, prompt, who, text).ended(outcome));
    }

    @Override
    public String remark() {
        return cached == 0 ? "" : cached + " replies from its cache left out, they are no fresh samples";
    }
}
