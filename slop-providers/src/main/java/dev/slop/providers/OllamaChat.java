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
import java.util.OptionalLong;

/** Ollama's own chat API. */
final class OllamaChat implements Dialect {
    private static final int INTERNAL_ERROR = 500;

    private final String provider;
    private final OptionalLong contextTokens;
    private final Optional<String> keepAlive;

    OllamaChat(String provider, OptionalLong contextTokens, Optional<String> keepAlive) {
        this.provider = provider;
        this.contextTokens = contextTokens;
        this.keepAlive = keepAlive;
    }

    @Override
    public Map<String, String> headers(ApiKey key) {
        return key.isPresent() ? Map.of("Authorization", key.header("Bearer ")) : Map.of();
    }

    @Override
    public Call call(CompletionRequest request) {
        SamplingParameters parameters = request.parameters();
        ObjectNode body = Json.object().put("model", request.key().model().name());
        ArrayNode messages = body.putArray("messages");
        request.system()
                .ifPresent(system -> messages.addObject().put("role", "system").put("content", system));
        messages.addObject().put("role", "user").put("content", request.prompt());
        body.put("stream", false); // the API streams by default
        parameters.reasoningEffort().ifPresent(effort -> think(body, effort));
        ObjectNode options = options(parameters);
        if (!options.isEmpty()) {
            body.set("options", options);
        }
        keepAlive.ifPresent(v -> body.put("keep_alive", v));
        return new Call("/api/chat", body);
    }

    /** How the model is loaded, whatever it is asked for. */
    void putLoading(ObjectNode body) {
        contextTokens.ifPresent(v -> body.putObject("options").put("num_ctx", v));
        keepAlive.ifPresent(v -> body.put("keep_alive", v));
    }

    private static void think(ObjectNode body, String effort) {
        switch (effort) {
            case "true" -> body.put("think", true);
            case "false", "none" -> body.put("think", false);
            default -> body.put("think", effort);
        }
    }

    private ObjectNode options(SamplingParameters parameters) {
        ObjectNode options = Json.object();
        parameters.temperature().ifPresent(v -> options.put("temperature", v));
        parameters.topP().ifPresent(v -> options.put("top_p", v));
        parameters.topK().ifPresent(v -> options.put("top_k", v));
        parameters.seed().ifPresent(v -> options.put("seed", v));
        parameters.maxOutputTokens().ifPresent(v -> options.put("num_predict", v));
        contextTokens.ifPresent(v -> options.put("num_ctx", v));
        if (!parameters.stop().isEmpty()) {
            parameters.stop().forEach(options.putArray("stop")::add);
        }
        return options;
    }

    @Override
    public Optional<Fault> fault(int status, ObjectNode body) {
        return Json.text(body, "error")
                .map(message -> new Fault(
                        status < 300 ? INTERNAL_ERROR : status,
                        message,
                        Optional.empty(),
                        Optional.empty(),
                        message.contains("think") ? Optional.of("think") : Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public FaultKind classify(Fault fault) {
        FaultKind kind = FaultKind.ofStatus(fault.status());
        return kind == FaultKind.INVALID && fault.parameter().isPresent() ? FaultKind.INVALID_FOR_ALL : kind;
    }

    @Override
    public Answer answer(ObjectNode body) {
        JsonNode message = body.path("message");
        if (!message.isObject() || !body.path("done").asBoolean()) {
            throw new TransientProviderException(provider + ": the reply holds no finished message", Optional.empty());
        }
        String reason = Json.text(body, "done_reason").orElse("");
        Outcome outcome = reason.equals("length") ? Outcome.TRUNCATED : Outcome.ANSWERED;
        return new Answer(
                outcome,
                Json.text(message, "content").orElse(""),
                outcome == Outcome.ANSWERED && !reason.equals("stop")
                        ? FinishReason.other(reason)
                        : Finish.of(outcome, reason),
                new TokenUsage(
                        Json.count(body, "prompt_eval_count"),
                        Json.count(body, "eval_count"),
                        OptionalLong.empty(),
                        OptionalLong.empty()),
                Json.word(body, "model"),
                Optional.empty(),
                Optional.empty());
    }
}
