package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slop.metrics.answer.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The output file of OpenAI's batch API, with bodies of Chat Completions or of Responses. */
final class OpenAiBatch implements ToolFormat {
    private static final int OK = 200;

    static boolean fits(JsonNode record) {
        return record.has("custom_id") && record.has("response");
    }

    @Override
    public List<TakenAnswer> take(JsonNode record, String model) throws UnreadableRowException {
        String id = Fields.text(record, "/custom_id");
        JsonNode body = record.at("/response/body");
        String who = Fields.text(body, "/model", model);
        if (isFailed(record)) {
            return List.of(TakenAnswer.of(id, id, who, "").ended(Outcome.FAILED));
        }
        return body.has("choices") ? chat(body, id, who) : responses(body, id, who);
    }

    private static boolean isFailed(JsonNode record) {
        boolean hasError = record.hasNonNull("error");
        return hasError || record.at("/response/status_code").asInt(OK) != OK;
    }

    private static List<TakenAnswer> chat(JsonNode body, String id, String model) throws UnreadableRowException {
        List<TakenAnswer> answers = new ArrayList<>();
        for (JsonNode choice : Fields.list(body, "/choices")) {
            String refusal = choice.at("/message/refusal").asText("");
            boolean refused = !refusal.isEmpty() && !refusal.equals("null");
            String text = refused
                    ? refusal
                    : Fields.content(choice.at("/message/content"), "response.body.choices.message.content");
            Outcome outcome = refused
                    ? Outcome.REFUSED
                    : Stops.outcome(choice.path("finish_reason").asText());
            answers.add(TakenAnswer.of(id, id, model, text).ended(outcome));
        }
        return answers;
    }

    private static List<TakenAnswer> responses(JsonNode body, String id, String model) throws UnreadableRowException {
        StringBuilder text = new StringBuilder();
        boolean refused = false;
        for (JsonNode item : Fields.list(body, "/output")) {
            for (JsonNode part : item.path("content")) {
                refused |= part.path("type").asText().equals("refusal");
                text.append(part.path("text").asText(part.path("refusal").asText("")));
            }
        }
        String why = body.at("/incomplete_details/reason").asText("");
        Outcome outcome = refused ? Outcome.REFUSED : Stops.outcome(why);
        return List.of(TakenAnswer.of(id, id, model, text.toString()).ended(outcome));
    }
}
