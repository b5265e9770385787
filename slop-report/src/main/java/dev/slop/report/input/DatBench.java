package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slop.core.SampleKey;
import dev.slop.metrics.answer.Outcome;
import java.util.List;
import java.util.Optional;

/** The {@code responses.jsonl} of dat-bench, where a later row of a run replaces an earlier one. */
final class DatBench implements ToolFormat {
    static boolean fits(JsonNode record) {
        return record.has("run_id") && record.has("response_text");
    }

    @Override
    public Optional<String> key(JsonNode record) {
        return Optional.of(record.path("run_id").asText()).filter(id -> !id.isEmpty());
    }

    @Override
    public List<TakenAnswer> take(JsonNode record, String model) throws UnreadableRowException {
        String prompt = Fields.text(record, "/prompt_id");
        String who = Fields.text(record, "/model_id", model);
        String temperature = Fields.text(record, "/temperature", "");
        String variant = temperature.isEmpty() ? SampleKey.DEFAULT_VARIANT : "temperature " + temperature;
        boolean failed = !Fields.text(record, "/error", "").isEmpty();
        String text = failed ? Fields.text(record, "/response_text", "") : Fields.text(record, "/response_text");
        Outcome outcome = failed
                ? Outcome.FAILED
                : Stops.outcome(record.path("finish_reason").asText());
        return List.of(TakenAnswer.of(prompt, prompt, who, text).asked(variant).ended(outcome));
    }
}
