package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
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

final class OpenAiChatTest extends DialectContract {
    private static final String USAGE = """
            {"prompt_tokens":12,"completion_tokens":30,"total_tokens":42,"prompt_tokens_details":{"cached_tokens":4},\
            "completion_tokens_details":{"reasoning_tokens":20}}""";

    @Override
    CompletionProviderFactory dialect() {
        return new OpenAiProviderFactory();
    }

    @Override
    protected Optional<String> keyVariable() {
        return Optional.of("OPENAI_API_KEY");
    }

    @Override
    String model() {
        return "gpt-4.1-mini";
    }

    @Override
    String basePath() {
        return "/v1";
    }

    @Override
    Map.Entry<String, String> keyHeader() {
        return Map.entry("authorization", "Bearer " + SECRET);
    }

    @Override
    String requestLine() {
        return "POST /v1/chat/completions HTTP/1.1";
    }

    @Override
    String plainBody() {
        return "{\"model\":\"gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}";
    }

    @Override
    SamplingParameters parametersSent() {
        return new SamplingParameters(
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.9),
                OptionalInt.of(40),
                OptionalInt.of(64),
                OptionalLong.of(7),
                Optional.of("low"),
                List.of("END"));
    }

    @Override
    String bodyWithParameters() {
        return """
                {"model":"gpt-4.1-mini","messages":[{"role":"system","content":"Be brief."},\
                {"role":"user","content":"%s"}],"temperature":0.5,"top_p":0.9,"top_k":40,"max_tokens":64,"seed":7,\
                "reasoning_effort":"low","stop":["END"]}""";
    }

    private static String reply(String message, String finish) {
        return "{\"id\":\"chatcmpl-1\",\"model\":\"m-001\",\"choices\":[{\"index\":0,\"message\":" + message
                + ",\"finish_reason\":" + finish + "}],\"usage\":" + USAGE + "}";
    }

    private static String content(String text) {
        return "{\"role\":\"assistant\",\"content\":\"" + text + "\",\"refusal\":null}";
    }

    @Override
    String answered(String text) {
        return reply(content(text), "\"stop\"");
    }

    @Override
    TokenUsage usage() {
        return new TokenUsage(OptionalLong.of(12), OptionalLong.of(30), OptionalLong.of(20), OptionalLong.of(4));
    }

    @Override
    Canned empty() {
        return new Canned(200, reply("{\"content\":null}", "\"stop\""));
    }

    @Override
    List<Canned> refused() {
        return List.of(new Canned(200, reply("{\"content\":null,\"refusal\":\"I cannot.\"}", "\"stop\"")));
    }

    @Override
    List<Canned> blocked() {
        return List.of(
                new Canned(200, reply(content(""), "\"content_filter\"")),
                new Canned(400, coded("invalid_request_error", "content_policy_violation")),
                new Canned(400, coded("invalid_request_error", "invalid_prompt")),
                new Canned(400, coded("invalid_request_error", "cyber_policy")));
    }

    private static String coded(String type, String code) {
        return "{\"error\":{\"message\":\"m\",\"type\":\"" + type + "\",\"param\":null,\"code\":\"" + code + "\"}}";
    }

    @Override
    Canned truncated() {
        return new Canned(200, reply(content("Man"), "\"length\""));
    }

    @Override
    Optional<Canned> finished(String word) {
        return Optional.of(new Canned(200, reply(content("Mango"), "\"" + word + "\"")));
    }

    @Override
    String error(int status, String message) {
        return Json.object()
                .set("error", Json.object().put("message", message).put("type", "some_error"))
                .toString();
    }

    @Override
    List<Canned> quota() {
        return List.of(
                new Canned(429, coded("insufficient_quota", "insufficient_quota")),
                new Canned(429, coded("requests", "billing_hard_limit_reached")));
    }

    @Override
    Map.Entry<Canned, String> rejectedParameter() {
        return Map.entry(
                new Canned(
                        400,
                        "{\"error\":{\"message\":\"Unsupported value\",\"type\":\"invalid_request_error\","
                                + "\"param\":\"temperature\",\"code\":\"unsupported_value\"}}"),
                "temperature");
    }

    @Test
    void complete_refusal_keepsItsWords() {
        assertThat(ask(refused().get(0)).text()).isEqualTo("I cannot.");
    }

    @Test
    void complete_contextTooLong_isTruncatedWithoutText() {
        assertThat(ask(new Canned(400, coded("invalid_request_error", "context_length_exceeded"))))
                .returns(Outcome.TRUNCATED, Completion::outcome)
                .returns("", Completion::text)
                .returns(
                        new FinishReason(FinishReason.Kind.LENGTH, "context_length_exceeded"),
                        Completion::finishReason);
    }

    @Test
    void complete_usageLeftOut_isUnknown() {
        String bare = "{\"choices\":[{\"message\":{\"content\":\"Mango\"}}]}";

        assertThat(ask(new Canned(200, bare)))
                .returns(TokenUsage.unknown(), Completion::usage)
                .returns(FinishReason.other(""), Completion::finishReason)
                .returns("Mango", Completion::text);
    }

    @Test
    void complete_contentInParts_dropsThoughts() {
        String parts = "{\"content\":[{\"type\":\"thinking\",\"text\":\"hm\"},{\"type\":\"text\",\"text\":\"Man\"},"
                + "{\"type\":\"text\",\"text\":\"go\"}]}";

        assertThat(ask(new Canned(200, reply(parts, "\"stop\""))).text()).isEqualTo("Mango");
    }

    @Test
    void complete_errorWithinStatus200_isAFault() {
        assertThat(faultOf(e -> e.send(200, "{\"error\":{\"code\":429,\"message\":\"slow\"}}")))
                .isInstanceOf(RateLimitedException.class);
        assertThat(faultOf(e -> e.send(200, "{\"error\":{\"message\":\"upstream\"}}")))
                .isInstanceOf(TransientProviderException.class);
        assertThat(faultOf(e -> e.send(
                        200,
                        "{\"choices\":[{\"finish_reason\":\"error\",\"error\":{\"code\":502,\"message\":\"x\"}}]}")))
                .isInstanceOf(TransientProviderException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"detail\":\"no such model\"}",
                "{\"error\":\"no such model\"}",
                "{\"object\":\"error\",\"message\":\"no such model\",\"type\":\"NotFoundError\",\"code\":404}",
                "{\"message\":\"no such model\"}"
            })
    void complete_errorOfCompatibleServer_isTold(String body) {
        assertThat(faultOf(exchange -> exchange.send(404, body))).hasMessageEndingWith("no such model");
    }

    @Test
    void complete_rateLimitedWithoutHeader_readsTheMessage() {
        assertThat(faultOf(e -> e.send(429, error(429, "Limit 3. Please try again in 1m0.5s. Visit us."))))
                .returns(Optional.of(Duration.ofMillis(60_500)), ProviderException::retryAfter);
    }

    @Test
    void complete_messagesAtFault_stopNoLane() {
        String body =
                "{\"error\":{\"message\":\"m\",\"type\":\"invalid_request_error\",\"param\":\"messages[0].content\"}}";

        assertThat(faultOf(exchange -> exchange.send(400, body))).returns(false, ProviderException::stopsLane);
    }
}
