package dev.slop.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.TransientProviderException;
import java.util.Map;
import java.util.Optional;

/** OpenAI's Chat Completions, the API that most compatible servers speak. */
final class OpenAiChat implements Dialect {
    private final OpenAiSetup setup;
    private final Dialect responses;

    OpenAiChat(OpenAiSetup setup, Dialect responses) {
        this.setup = setup;
        this.responses = responses;
    }

    @Override
    public Dialect forModel(String model) {
        return setup.usesResponses(model) ? responses : this;
    }

    @Override
    public Map<String, String> headers(ApiKey key) {
        return setup.headers(key);
    }

    @Override
    public Call call(CompletionRequest request) {
        String model = request.key().model().name();
        setup.check(model, request.parameters());
        ObjectNode body = Json.object().put("model", model);
        ArrayNode messages = body.putArray("messages");
        request.system().ifPresent(system -> messages.add(message("system", system)));
        messages.add(message("user", request.prompt()));
        parameters(body, request.parameters());
        return new Call("/chat/completions", body);
    }

    private static ObjectNode message(String role, String content) {
        return Json.object().put("role", role).put("content", content);
    }

    private void parameters(ObjectNode body, SamplingParameters parameters) {
        parameters.temperature().ifPresent(v -> body.put("temperature", v));
        parameters.topP().ifPresent(v -> body.put("top_p", v));
        parameters.topK().ifPresent(v -> body.put("top_k", v));
        parameters.maxOutputTokens().ifPresent(v -> body.put(setup.maxTokensParameter(), v));
        parameters.seed().ifPresent(v -> body.put("seed", v));
        parameters.reasoningEffort().ifPresent(v -> body.put("reasoning_effort", v));
        if (!parameters.stop().isEmpty()) {
            parameters.stop().forEach(body.putArray("stop")::add);
        }
    }

    @Override
    public Optional<Fault> fault(int status, ObjectNode body) {
        // Some gateways tell within a choice that the model behind them failed.
        JsonNode choice = body.path("choices").path(0);
        return OpenAiFaults.read(status, choice.path("error").isObject() ? choice : body);
    }

    @Override
    public FaultKind classify(Fault fault) {
        return OpenAiFaults.classify(fault);
    }

    @Override
    public Answer answer(ObjectNode body) {
        JsonNode choice = body.path("choices").path(0);
        JsonNode message = choice.path("message");
        if (!message.isObject()) {
            throw new TransientProviderException(setup.provider() + ": the reply holds no choice", Optional.empty());
        }
        String content = content(message.path("content"));
        Optional<String> refusal = Json.word(message, "refusal");
        String finish = Json.text(choice, "finish_reason").orElse("");
        Outcome outcome = refusal.isPresent() ? Outcome.REFUSED : outcome(finish);
        return new Answer(
                outcome,
                content.isEmpty() ? refusal.orElse("") : content,
                reason(outcome, finish),
                usage(body.path("usage")),
                Json.word(body, "model"),
                Json.word(body, "id"),
                refusal);
    }

    /** Text, or a list of parts of which some servers mark those that are thoughts. */
    private static String content(JsonNode content) {
        return content.isArray()
                ? Json.joined(
                        content, "text", part -> part.path("type").asText().equals("text"))
                : content.asText("");
    }

    private static Outcome outcome(String finish) {
        return switch (finish) {
            case "length" -> Outcome.TRUNCATED;
            case "content_filter" -> Outcome.BLOCKED;
            case "refusal" -> Outcome.REFUSED;
            default -> Outcome.ANSWERED;
        };
    }

    private static FinishReason reason(Outcome outcome, String finish) {
        return outcome != Outcome.ANSWERED || finish.equals("stop")
                ? Finish.of(outcome, finish)
                : FinishReason.other(finish);
    }

    private static TokenUsage usage(JsonNode usage) {
        return new TokenUsage(
                Json.count(usage, "prompt_tokens"),
                Json.count(usage, "completion_tokens"),
                Json.count(usage.path("completion_tokens_details"), "reasoning_tokens"),
                Json.count(usage.path("prompt_tokens_details"), "cached_tokens"));
    }
}
