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
import java.util.OptionalLong;
import java.util.TreeMap;

/** Anthropic's Messages. */
final class AnthropicMessages implements Dialect {
    private static final String VERSION = "2023-06-01";

    private final String provider;
    private final boolean own;
    private final int maxTokens;

    /**
     * Sets it up.
     *
     * @param own whether Anthropic itself is asked; nothing is known of other servers' models
     * @param maxTokens sent where the request sets none, because the API requires one
     */
    AnthropicMessages(String provider, boolean own, int maxTokens) {
        this.provider = provider;
        this.own = own;
        this.maxTokens = maxTokens;
    }

    @Override
    public Map<String, String> headers(ApiKey key) {
        Map<String, String> headers = new TreeMap<>(Map.of("anthropic-version", VERSION));
        if (key.isPresent()) {
            headers.put("x-api-key", key.header(""));
        }
        return headers;
    }

    @Override
    public Call call(CompletionRequest request) {
        String model = request.key().model().name();
        SamplingParameters parameters = request.parameters();
        if (parameters.seed().isPresent()) {
            throw Rejection.of(provider, model, "seed", " in the Messages API");
        }
        int limit = parameters.maxOutputTokens().orElse(maxTokens);
        if (own) {
            AnthropicModels.check(provider, model, parameters, limit);
        }
        ObjectNode body = Json.object().put("model", model).put("max_tokens", limit);
        request.system().ifPresent(system -> body.put("system", system));
        body.putArray("messages").addObject().put("role", "user").put("content", request.prompt());
        parameters.temperature().ifPresent(v -> body.put("temperature", v));
        parameters.topP().ifPresent(v -> body.put("top_p", v));
        parameters.topK().ifPresent(v -> body.put("top_k", v));
        if (!parameters.stop().isEmpty()) {
            parameters.stop().forEach(body.putArray("stop_sequences")::add);
        }
        parameters.reasoningEffort().ifPresent(effort -> effort(body, effort));
        return new Call("/v1/messages", body);
    }

    private static void effort(ObjectNode body, String effort) {
        ObjectNode thinking = body.putObject("thinking");
        if (effort.equals("none")) {
            thinking.put("type", "disabled");
        } else if (AnthropicModels.isBudget(effort)) {
            thinking.put("type", "enabled").put("budget_tokens", Integer.parseInt(effort));
        } else {
            thinking.put("type", "adaptive");
            body.putObject("output_config").put("effort", effort);
        }
    }

    @Override
    public Optional<Fault> fault(int status, ObjectNode body) {
        return AnthropicFaults.read(status, body);
    }

    @Override
    public FaultKind classify(Fault fault) {
        return AnthropicFaults.classify(fault);
    }

    @Override
    public Answer answer(ObjectNode body) {
        JsonNode content = body.path("content");
        if (!content.isArray()) {
            throw new TransientProviderException(provider + ": the reply holds no content", Optional.empty());
        }
        String reason = Json.text(body, "stop_reason").orElse("");
        Outcome outcome = outcome(reason);
        JsonNode details = body.path("stop_details");
        return new Answer(
                outcome,
                Json.joined(content, "text", part -> part.path("type").asText().equals("text")),
                reason(outcome, reason),
                usage(body.path("usage")),
                Json.word(body, "model"),
                Json.word(body, "id"),
                Json.word(details, "explanation").or(() -> Json.word(details, "category")));
    }

    private static Outcome outcome(String reason) {
        return switch (reason) {
            case "refusal" -> Outcome.REFUSED;
            case "max_tokens", "model_context_window_exceeded" -> Outcome.TRUNCATED;
            default -> Outcome.ANSWERED;
        };
    }

    private static FinishReason reason(Outcome outcome, String reason) {
        boolean known = outcome != Outcome.ANSWERED || reason.equals("end_turn") || reason.equals("stop_sequence");
        return known ? Finish.of(outcome, reason) : FinishReason.other(reason);
    }

    /** The API counts input that was written to a cache or read from it apart. */
    private static TokenUsage usage(JsonNode usage) {
        OptionalLong fresh = Json.count(usage, "input_tokens");
        OptionalLong read = Json.count(usage, "cache_read_input_tokens");
        OptionalLong written = Json.count(usage, "cache_creation_input_tokens");
        return new TokenUsage(
                fresh.isEmpty() ? fresh : OptionalLong.of(fresh.getAsLong() + read.orElse(0) + written.orElse(0)),
                Json.count(usage, "output_tokens"),
                Json.count(usage.path("output_tokens_details"), "thinking_tokens"),
                read);
    }
}
