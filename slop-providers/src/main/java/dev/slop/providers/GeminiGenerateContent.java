package dev.slop.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.TransientProviderException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Google's generateContent. */
final class GeminiGenerateContent implements Dialect {
    private static final Set<String> FILTERS = Set.of(
            "SAFETY",
            "RECITATION",
            "LANGUAGE",
            "BLOCKLIST",
            "PROHIBITED_CONTENT",
            "SPII",
            "IMAGE_SAFETY",
            "MODEL_ARMOR",
            "JAILBREAK");

    private final String provider;
    private final boolean own;

    GeminiGenerateContent(String provider, boolean own) {
        this.provider = provider;
        this.own = own;
    }

    /** In a header, because a key in the URL ends in logs. */
    @Override
    public Map<String, String> headers(ApiKey key) {
        return key.isPresent() ? Map.of("x-goog-api-key", key.header("")) : Map.of();
    }

    @Override
    public Call call(CompletionRequest request) {
        String model = request.key().model().name();
        ObjectNode body = Json.object();
        body.putArray("contents")
                .addObject()
                .put("role", "user")
                .putArray("parts")
                .addObject()
                .put("text", request.prompt());
        request.system()
                .ifPresent(system -> body.putObject("systemInstruction")
                        .putArray("parts")
                        .addObject()
                        .put("text", system));
        ObjectNode config = config(model, request.parameters());
        if (!config.isEmpty()) {
            body.set("generationConfig", config);
        }
        String name = URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
        return new Call("/v1beta/models/" + name + ":generateContent", body);
    }

    private ObjectNode config(String model, SamplingParameters parameters) {
        ObjectNode config = Json.object();
        parameters.temperature().ifPresent(v -> config.put("temperature", v));
        parameters.topP().ifPresent(v -> config.put("topP", v));
        parameters.topK().ifPresent(v -> config.put("topK", v));
        parameters.maxOutputTokens().ifPresent(v -> config.put("maxOutputTokens", v));
        parameters.seed().ifPresent(v -> config.put("seed", v));
        if (!parameters.stop().isEmpty()) {
            parameters.stop().forEach(config.putArray("stopSequences")::add);
        }
        parameters.reasoningEffort().ifPresent(effort -> effort(config.putObject("thinkingConfig"), model, effort));
        return config;
    }

    /** A number is a budget of tokens, a word is a level, which models before 3 do not know. */
    private void effort(ObjectNode thinking, String model, String effort) {
        if (effort.matches("-?\\d{1,9}")) {
            thinking.put("thinkingBudget", Integer.parseInt(effort));
            return;
        }
        if (own && model.matches("gemini-[12]\\..*")) {
            throw Rejection.ofEffort(provider, model, "thinkingLevel", "a number of tokens");
        }
        thinking.put("thinkingLevel", effort);
    }

    @Override
    public Optional<Fault> fault(int status, ObjectNode body) {
        return GeminiFaults.read(status, body);
    }

    @Override
    public FaultKind classify(Fault fault) {
        return GeminiFaults.classify(fault);
    }

    @Override
    public Answer answer(ObjectNode body) {
        JsonNode candidate = body.path("candidates").path(0);
        JsonNode feedback = body.path("promptFeedback");
        Optional<String> block = Json.word(feedback, "blockReason");
        if (!candidate.isObject() && block.isEmpty()) {
            throw new TransientProviderException(provider + ": the reply holds no candidate", Optional.empty());
        }
        String reason =
                block.orElseGet(() -> Json.text(candidate, "finishReason").orElse(""));
        Outcome outcome = block.isPresent() ? Outcome.BLOCKED : outcome(reason);
        return new Answer(
                outcome,
                text(candidate),
                outcome == Outcome.ANSWERED && !reason.equals("STOP")
                        ? FinishReason.other(reason)
                        : Finish.of(outcome, reason),
                usage(body.path("usageMetadata")),
                Json.word(body, "modelVersion"),
                Json.word(body, "responseId"),
                Json.word(candidate, "finishMessage").or(() -> Json.word(feedback, "blockReasonMessage")));
    }

    private static String text(JsonNode candidate) {
        return Json.joined(
                candidate.path("content").path("parts"),
                "text",
                part -> !part.path("thought").asBoolean());
    }

    private static Outcome outcome(String reason) {
        if (reason.equals("MAX_TOKENS")) {
            return Outcome.TRUNCATED;
        }
        return FILTERS.contains(reason) ? Outcome.BLOCKED : Outcome.ANSWERED;
    }

    /** Thoughts are billed as output but counted apart. */
    private static TokenUsage usage(JsonNode usage) {
        OptionalLong answer = Json.count(usage, "candidatesTokenCount");
        OptionalLong thoughts = Json.count(usage, "thoughtsTokenCount");
        return new TokenUsage(
                Json.count(usage, "promptTokenCount"),
                answer.isEmpty() && thoughts.isEmpty()
                        ? answer
                        : OptionalLong.of(answer.orElse(0) + thoughts.orElse(0)),
                thoughts,
                Json.count(usage, "cachedContentTokenCount"));
    }
}
