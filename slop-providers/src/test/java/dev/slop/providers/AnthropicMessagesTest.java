package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.Outcome;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.QuotaExhaustedException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnthropicMessagesTest extends DialectContract {
    @Override
    CompletionProviderFactory dialect() {
        return new AnthropicProviderFactory();
    }

    @Override
    protected Optional<String> keyVariable() {
        return Optional.of("ANTHROPIC_API_KEY");
    }

    @Override
    String model() {
        return "claude-haiku-4-5";
    }

    @Override
    Map.Entry<String, String> keyHeader() {
        return Map.entry("x-api-key", SECRET);
    }

    @Override
    String requestLine() {
        return "POST /v1/messages HTTP/1.1";
    }

    @Override
    String plainBody() {
        return "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":4096,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}";
    }

    @Override
    SamplingParameters parametersSent() {
        return new SamplingParameters(
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.9),
                OptionalInt.of(40),
                OptionalInt.of(64),
                OptionalLong.empty(),
                Optional.of("low"),
                List.of("END"));
    }

    @Override
    String bodyWithParameters() {
        return """
                {"model":"claude-haiku-4-5","max_tokens":64,"system":"Be brief.",\
                "messages":[{"role":"user","content":"%s"}],"temperature":0.5,"top_p":0.9,"top_k":40,\
                "stop_sequences":["END"],"thinking":{"type":"adaptive"},"output_config":{"effort":"low"}}""";
    }

    private static String reply(String content, String reason, String details) {
        return """
                {"id":"msg_1","type":"message","role":"assistant","model":"m-001","content":[%s],"stop_reason":"%s",\
                "stop_details":%s,"usage":{"input_tokens":8,"cache_creation_input_tokens":3,\
                "cache_read_input_tokens":1,"output_tokens":30,"output_tokens_details":{"thinking_tokens":20}}}""".formatted(content, reason, details);
    }

    private static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    @Override
    String answered(String text) {
        return reply(
                "{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"s\"}," + text(text), "end_turn", "null");
    }

    @Override
    TokenUsage usage() {
        return new TokenUsage(OptionalLong.of(12), OptionalLong.of(30), OptionalLong.of(20), OptionalLong.of(1));
    }

    @Override
    Canned empty() {
        return new Canned(200, reply("", "end_turn", "null"));
    }

    @Override
    List<Canned> refused() {
        return List.of(
                new Canned(200, reply("", "refusal", "{\"type\":\"refusal\",\"category\":\"cyber\"}")),
                new Canned(200, reply(text("No."), "refusal", "null")));
    }

    @Override
    List<Canned> blocked() {
        return List.of(new Canned(400, typed("invalid_request_error", "Output blocked by content filtering policy")));
    }

    @Override
    Canned truncated() {
        return new Canned(200, reply(text("Man"), "max_tokens", "null"));
    }

    @Override
    Optional<Canned> finished(String word) {
        return Optional.of(new Canned(200, reply(text("Mango"), word, "null")));
    }

    private static String typed(String type, String message) {
        return Json.object()
                .put("type", "error")
                .put("request_id", "req_1")
                .set("error", Json.object().put("type", type).put("message", message))
                .toString();
    }

    @Override
    String error(int status, String message) {
        return typed(TYPES.getOrDefault(status, "some_error"), message);
    }

    private static final Map<Integer, String> TYPES = Map.ofEntries(
            Map.entry(400, "invalid_request_error"),
            Map.entry(401, "authentication_error"),
            Map.entry(402, "billing_error"),
            Map.entry(403, "permission_error"),
            Map.entry(404, "not_found_error"),
            Map.entry(409, "conflict_error"),
            Map.entry(413, "request_too_large"),
            Map.entry(429, "rate_limit_error"),
            Map.entry(500, "api_error"),
            Map.entry(504, "timeout_error"),
            Map.entry(529, "overloaded_error"));

    @Override
    List<Canned> quota() {
        return List.of(
                new Canned(402, typed("billing_error", "m")),
                new Canned(400, typed("invalid_request_error", "Your credit balance is too low to access the API.")),
                new Canned(400, typed("invalid_request_error", "You have reached your specified API usage limits.")));
    }

    @Override
    Map.Entry<Canned, String> rejectedParameter() {
        return Map.entry(
                new Canned(
                        400,
                        typed(
                                "invalid_request_error",
                                "`temperature` and `top_p` cannot both be specified for this model.")),
                "temperature");
    }

    @Test
    void complete_version_isSent() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        Requests.answer(connect(server), request(0));

        assertThat(server.take().headers()).containsEntry("anthropic-version", "2023-06-01");
    }

    @Test
    void complete_maxTokensOption_isSentUnlessSet() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        Requests.answer(connect(server.uri(), Map.of("max-tokens", "512")), request(0));

        assertThat(server.take().json().path("max_tokens").asInt()).isEqualTo(512);
    }

    @Test
    void complete_refusal_tellsItsCategory() {
        assertThat(ask(refused().get(0)).detail()).contains("cyber");
    }

    @Test
    void complete_windowFull_isTruncated() {
        assertThat(ask(new Canned(200, reply(text("Man"), "model_context_window_exceeded", "null"))))
                .returns(Outcome.TRUNCATED, Completion::outcome);
        assertThat(ask(new Canned(400, typed("invalid_request_error", "prompt is too long: 9 tokens > 8 maximum"))))
                .returns(Outcome.TRUNCATED, Completion::outcome);
    }

    @ParameterizedTest
    @CsvSource({"none,disabled,", "2048,enabled,2048"})
    void complete_effort_becomesThinking(String effort, String type, Integer budget) {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        SamplingParameters unset = SamplingParameters.unset();
        Requests.answer(
                connect(server),
                Requests.with(
                        request(0),
                        new SamplingParameters(
                                unset.temperature(),
                                unset.topP(),
                                unset.topK(),
                                unset.maxOutputTokens(),
                                unset.seed(),
                                Optional.of(effort),
                                List.of())));

        var sent = server.take().json();
        assertThat(sent.path("thinking").path("type").asText()).isEqualTo(type);
        assertThat(sent.path("thinking").path("budget_tokens").asInt()).isEqualTo(budget == null ? 0 : budget);
        assertThat(sent.has("output_config")).isFalse();
    }

    @Test
    void complete_seedSet_isNeverSent() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        SamplingParameters unset = SamplingParameters.unset();
        SamplingParameters seeded = new SamplingParameters(
                unset.temperature(),
                unset.topP(),
                unset.topK(),
                unset.maxOutputTokens(),
                OptionalLong.of(1),
                unset.reasoningEffort(),
                unset.stop());

        assertThat(Requests.fault(connect(server), Requests.with(request(0), seeded)))
                .hasMessage("anthropic: claude-haiku-4-5 takes no seed in the Messages API; leave it unset")
                .returns(true, ProviderException::stopsLane);
        assertThat(server.isUntouched()).isTrue();
    }

    @Test
    void complete_errorWithinStatus200_isSortedByItsType() {
        assertThat(faultOf(e -> e.send(200, typed("overloaded_error", "m"))))
                .isInstanceOf(TransientProviderException.class);
        assertThat(faultOf(e -> e.send(200, typed("rate_limit_error", "m")))).isInstanceOf(RateLimitedException.class);
        assertThat(faultOf(e -> e.send(200, typed("authentication_error", "m"))))
                .isInstanceOf(AuthenticationException.class);
        assertThat(faultOf(e -> e.send(200, typed("billing_error", "m")))).isInstanceOf(QuotaExhaustedException.class);
    }

    @Test
    void complete_messagesAtFault_stopNoLane() {
        assertThat(faultOf(
                        e -> e.send(400, typed("invalid_request_error", "messages.0.content: temperature of a room"))))
                .returns(false, ProviderException::stopsLane);
    }
}
