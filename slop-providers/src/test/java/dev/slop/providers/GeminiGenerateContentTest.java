package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.Outcome;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.RateLimitedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GeminiGenerateContentTest extends DialectContract {
    private static final String INFO = "\"@type\":\"type.googleapis.com/google.rpc.";

    @Override
    CompletionProviderFactory dialect() {
        return new GeminiProviderFactory();
    }

    @Override
    protected Optional<String> keyVariable() {
        return Optional.of("GEMINI_API_KEY");
    }

    @Override
    String model() {
        return "gemini-2.5-flash";
    }

    @Override
    Map.Entry<String, String> keyHeader() {
        return Map.entry("x-goog-api-key", SECRET);
    }

    @Override
    String requestLine() {
        return "POST /v1beta/models/gemini-2.5-flash:generateContent HTTP/1.1";
    }

    @Override
    String plainBody() {
        return "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"%s\"}]}]}";
    }

    @Override
    SamplingParameters parametersSent() {
        return new SamplingParameters(
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.9),
                OptionalInt.of(40),
                OptionalInt.of(64),
                OptionalLong.of(7),
                Optional.of("1024"),
                List.of("END"));
    }

    @Override
    String bodyWithParameters() {
        return """
                {"contents":[{"role":"user","parts":[{"text":"%s"}]}],\
                "systemInstruction":{"parts":[{"text":"Be brief."}]},\
                "generationConfig":{"temperature":0.5,"topP":0.9,"topK":40,"maxOutputTokens":64,"seed":7,\
                "stopSequences":["END"],"thinkingConfig":{"thinkingBudget":1024}}}""";
    }

    private static String reply(String parts, String reason) {
        return """
                {"candidates":[{"content":{"parts":[%s],"role":"model"},"finishReason":"%s","index":0}],\
                "usageMetadata":{"promptTokenCount":12,"candidatesTokenCount":10,"thoughtsTokenCount":20,\
                "cachedContentTokenCount":4,"totalTokenCount":42},"modelVersion":"m-001","responseId":"r-1"}""".formatted(parts, reason);
    }

    private static String text(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    @Override
    String answered(String text) {
        return reply("{\"text\":\"hm\",\"thought\":true}," + text(text), "STOP");
    }

    @Override
    TokenUsage usage() {
        return new TokenUsage(OptionalLong.of(12), OptionalLong.of(30), OptionalLong.of(20), OptionalLong.of(4));
    }

    @Override
    Canned empty() {
        return new Canned(200, "{\"candidates\":[{\"finishReason\":\"STOP\"}]}");
    }

    @Override
    List<Canned> refused() {
        return List.of();
    }

    @Override
    List<Canned> blocked() {
        return List.of(
                new Canned(200, "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}"),
                new Canned(200, "{\"promptFeedback\":{\"blockReason\":\"JUST_BECAUSE\"}}"),
                new Canned(200, reply(text("half"), "SAFETY")),
                new Canned(200, "{\"candidates\":[{\"finishReason\":\"RECITATION\",\"index\":0}]}"));
    }

    @Override
    Canned truncated() {
        return new Canned(200, reply(text("Man"), "MAX_TOKENS"));
    }

    @Override
    Optional<Canned> finished(String word) {
        return Optional.of(new Canned(200, reply(text("Mango"), word)));
    }

    @Override
    String error(int status, String message) {
        return failure(status, message, status == 429 ? "RESOURCE_EXHAUSTED" : "SOME_STATE", "");
    }

    private static String failure(int status, String message, String state, String details) {
        return "{\"error\":{\"code\":" + status + ",\"message\":"
                + Json.object().textNode(message) + ",\"status\":\"" + state + "\",\"details\":[" + details + "]}}";
    }

    private static String exhausted(String... quotas) {
        String violations = String.join(
                ",",
                List.of(quotas).stream().map(q -> "{\"quotaId\":\"" + q + "\"}").toList());
        return failure(
                429,
                "You exceeded your current quota",
                "RESOURCE_EXHAUSTED",
                "{" + INFO + "QuotaFailure\",\"violations\":[" + violations + "]},{" + INFO
                        + "RetryInfo\",\"retryDelay\":\"37.5s\"}");
    }

    @Override
    List<Canned> quota() {
        return List.of(
                new Canned(429, exhausted("GenerateRequestsPerDayPerProjectPerModel-FreeTier")),
                new Canned(
                        429,
                        exhausted(
                                "GenerateRequestsPerMinutePerProjectPerModel",
                                "GenerateRequestsPerDayPerProjectPerModel")));
    }

    @Override
    Map.Entry<Canned, String> rejectedParameter() {
        return Map.entry(
                new Canned(
                        400,
                        failure(
                                400,
                                "Invalid value",
                                "INVALID_ARGUMENT",
                                "{" + INFO
                                        + "BadRequest\",\"fieldViolations\":[{\"field\":\"generation_config.top_k\"}]}")),
                "top_k");
    }

    @Test
    void complete_quotaAMinute_isARateLimitWithItsDelay() {
        assertThat(faultOf(e -> e.send(429, exhausted("GenerateRequestsPerMinutePerProjectPerModel"))))
                .isInstanceOf(RateLimitedException.class)
                .returns(Optional.of(Duration.ofMillis(37_500)), ProviderException::retryAfter);
    }

    @Test
    void complete_exhaustedWith503_isARateLimit() {
        assertThat(faultOf(e -> e.send(503, failure(503, "m", "RESOURCE_EXHAUSTED", ""))))
                .isInstanceOf(RateLimitedException.class);
    }

    @Test
    void complete_keyInvalid_isAuthentication() {
        String body = failure(
                400,
                "API key not valid.",
                "INVALID_ARGUMENT",
                "{" + INFO + "ErrorInfo\",\"reason\":\"API_KEY_INVALID\"}");

        assertThat(faultOf(e -> e.send(400, body))).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void complete_parameterInTheMessageAlone_isNamed() {
        String body = failure(
                400,
                "* GenerateContentRequest.generation_config.temperature: must be in [0, 2]",
                "INVALID_ARGUMENT",
                "");

        assertThat(((InvalidRequestException) faultOf(e -> e.send(400, body))).parameter())
                .contains("temperature");
    }

    @Test
    void complete_countryNotServed_stopsTheLane() {
        assertThat(faultOf(e -> e.send(400, failure(400, "location", "FAILED_PRECONDITION", ""))))
                .returns(true, ProviderException::stopsLane);
    }

    @Test
    void complete_promptTooLong_isTruncated() {
        String message = "The input token count (9) exceeds the maximum number of tokens allowed (8).";

        assertThat(ask(new Canned(400, failure(400, message, "INVALID_ARGUMENT", ""))))
                .returns(Outcome.TRUNCATED, Completion::outcome);
    }

    @Test
    void complete_thoughtsAlone_areBilledAsOutput() {
        String reply =
                "{\"candidates\":[{\"finishReason\":\"MAX_TOKENS\"}],\"usageMetadata\":{\"thoughtsTokenCount\":9}}";

        assertThat(ask(new Canned(200, reply)).usage().output()).hasValue(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "../../x?key=1#", "models/m", "ü"})
    void call_oddModelName_staysWithinThePath(String model) {
        Call call = new GeminiGenerateContent("gemini", true).call(Requests.of("gemini/" + model, "p", "hello", 0));

        assertThat(call.path()).matches("/v1beta/models/[A-Za-z0-9%._-]+:generateContent");
    }

    @Test
    void call_levelForOldModel_isRejected() {
        SamplingParameters unset = SamplingParameters.unset();
        SamplingParameters low = new SamplingParameters(
                unset.temperature(),
                unset.topP(),
                unset.topK(),
                unset.maxOutputTokens(),
                unset.seed(),
                Optional.of("low"),
                List.of());
        GeminiGenerateContent dialect = new GeminiGenerateContent("gemini", true);

        assertThatThrownBy(() -> dialect.call(Requests.with(request(0), low)))
                .hasMessage("gemini: gemini-2.5-flash takes no such thinkingLevel;"
                        + " reasoning-effort must be a number of tokens, or unset");
        assertThat(dialect.call(Requests.with(Requests.of("gemini/gemini-3-flash", "p", "hello", 0), low))
                        .body()
                        .at("/generationConfig/thinkingConfig/thinkingLevel")
                        .asText())
                .isEqualTo("low");
    }
}
