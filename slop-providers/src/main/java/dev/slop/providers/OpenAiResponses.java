package dev.slop.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.TransientProviderException;
import java.util.Map;
import java.util.Optional;

/** OpenAI's Responses, which some of its models need. */
final class OpenAiResponses implements Dialect {
    private final OpenAiSetup setup;

    OpenAiResponses(OpenAiSetup setup) {
        this.setup = setup;
    }

    @Override
    public Map<String, String> headers(ApiKey key) {
        return setup.headers(key);
    }

    @Override
    public Call call(CompletionRequest request) {
        String model = request.key().model().name();
        SamplingParameters parameters = request.parameters();
        setup.check(model, parameters);
        checkKnown(model, parameters);
        ObjectNode body =
                Json.object().put("model", model).put("input", request.prompt()).put("store", false);
        request.system().ifPresent(system -> body.put("instructions", system));
        parameters.temperature().ifPresent(v -> body.put("temperature", v));
        parameters.topP().ifPresent(v -> body.put("top_p", v));
        parameters.maxOutputTokens().ifPresent(v -> body.put("max_output_tokens", v));
        parameters.reasoningEffort().ifPresent(v -> body.putObject("reasoning").put("effort", v));
        return new Call("/responses", body);
    }

    /** The API has no such parameters, whatever the model. */
    private void checkKnown(String model, SamplingParameters parameters) {
        if (parameters.topK().isPresent()) {
            throw Rejection.of(setup.provider(), model, "top_k", " in the Responses API");
        }
        if (parameters.seed().isPresent()) {
            throw Rejection.of(setup.provider(), model, "seed", " in the Responses API");
        }
        if (!parameters.stop().isEmpty()) {
            throw Rejection.of(setup.provider(), model, "stop", " in the Responses API");
        }
    }

    @Override
    public Optional<Fault> fault(int status, ObjectNode body) {
        return OpenAiFaults.read(status, body);
    }

    @Override
    public FaultKind classify(Fault fault) {
        return OpenAiFaults.classify(fault);
    }

    @Override
    public Answer answer(ObjectNode body) {
        if (!body.path("output").isArray()) {
            throw new TransientProviderException(setup.provider() + ": the reply holds no output", Optional.empty());
        }
        String text = content(body, "output_text", "text");
        String refusal = content(body, "refusal", "refusal");
        String reason = Json.text(body.path("incomplete_details"), "reason")
                .or(() -> Json.text(body, "status"))
                .orElse("");
        Outcome outcome = refusal.isEmpty() ? outcome(reason) : Outcome.REFUSED;
        return new Answer(
                outcome,
                text.isEmpty() ? refusal : text,
                outcome == Outcome.ANSWERED && !reason.equals("completed")
                        ? FinishReason.other(reason)
                        : Finish.of(outcome, reason),
                usage(body.path("usage")),
                Json.word(body, "model"),
                Json.word(body, "id"),
                Optional.of(refusal).filter(r -> !r.isEmpty()));
    }

    private static String content(JsonNode body, String type, String field) {
        StringBuilder all = new StringBuilder();
        for (JsonNode item : body.path("output")) {
            all.append(Json.joined(
                    item.path("content"),
                    field,
                    part -> part.path("type").asText().equals(type)));
        }
        return all.toString();
    }

    private static Outcome outcome(String reason) {
        return switch (reason) {
            case "max_output_tokens" -> Outcome.TRUNCATED;
            case "content_filter" -> Outcome.BLOCKED;
            default -> Outcome.ANSWERED;
        };
    }

    private static TokenUsage usage(JsonNode usage) {
        return new TokenUsage(
                Json.count(usage, "input_tokens"),
                Json.count(usage, "output_tokens"),
                Json.count(usage.path("output_tokens_details"), "reasoning_tokens"),
                Json.count(usage.path("input_tokens_details"), "cached_tokens"));
    }
}
