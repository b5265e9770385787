package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class OpenAiResponsesTest extends DialectContract {
    @Override
    CompletionProviderFactory dialect() {
        return new OpenAiProviderFactory();
    }

    @Override
    String model() {
        return "gpt-5.2-pro";
    }

    @Override
    Map<String, String> options() {
        return Map.of("api", "responses", "organization", "org-1", "project", "proj-1");
    }

    @Override
    Map.Entry<String, String> keyHeader() {
        return Map.entry("authorization", "Bearer " + SECRET);
    }

    @Override
    String requestLine() {
        return "POST /responses HTTP/1.1";
    }

    @Override
    String plainBody() {
        return "{\"model\":\"gpt-5.2-pro\",\"input\":\"%s\",\"store\":false}";
    }

    @Override
    SamplingParameters parametersSent() {
        return new SamplingParameters(
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.9),
                OptionalInt.empty(),
                OptionalInt.of(64),
                OptionalLong.empty(),
                Optional.of("low"),
                List.of());
    }

    @Override
    String bodyWithParameters() {
        return """
                {"model":"gpt-5.2-pro","input":"%s","store":false,"instructions":"Be brief.","temperature":0.5,\
                "top_p":0.9,"max_output_tokens":64,"reasoning":{"effort":"low"}}""";
    }

    private static String reply(String status, String details, String content) {
        return """
                {"id":"resp_1","object":"response","model":"m-001","status":"%s","error":null,"incomplete_details":%s,\
                "output":[{"type":"reasoning","summary":[]},{"type":"message","content":[%s]}],\
                "usage":{"input_tokens":12,"input_tokens_details":{"cached_tokens":4},"output_tokens":30,\
                "output_tokens_details":{"reasoning_tokens":20},"total_tokens":42}}""".formatted(status, details, content);
    }

    private static String text(String text) {
        return "{\"type\":\"output_text\",\"text\":\"" + text + "\",\"annotations\":[]}";
    }

    @Override
    String answered(String text) {
        return reply("completed", "null", text(text));
    }

    @Override
    TokenUsage usage() {
        return new TokenUsage(OptionalLong.of(12), OptionalLong.of(30), OptionalLong.of(20), OptionalLong.of(4));
    }

    @Override
    Canned empty() {
        return new Canned(200, reply("completed", "null", ""));
    }

    @Override
    List<Canned> refused() {
        return List.of(new Canned(200, reply("completed", "null", "{\"type\":\"refusal\",\"refusal\":\"I cannot.\"}")));
    }

    @Override
    List<Canned> blocked() {
        return List.of(
                new Canned(200, reply("incomplete", "{\"reason\":\"content_filter\"}", "")),
                new Canned(200, failed("bio_policy")),
                new Canned(200, failed("invalid_prompt")));
    }

    private static String failed(String code) {
        return "{\"id\":\"resp_1\",\"object\":\"response\",\"status\":\"failed\",\"error\":{\"code\":\"" + code
                + "\",\"message\":\"m\"},\"output\":[]}";
    }

    @Override
    Canned truncated() {
        return new Canned(200, reply("incomplete", "{\"reason\":\"max_output_tokens\"}", text("Man")));
    }

    @Override
    Optional<Canned> finished(String word) {
        return Optional.of(new Canned(200, reply("incomplete", "{\"reason\":\"" + word + "\"}", text("Mango"))));
    }

    @Override
    String error(int status, String message) {
        return Json.object()
                .set("error", Json.object().put("message", message).put("type", "some_error"))
                .toString();
    }

    @Override
    List<Canned> quota() {
        return List.of(new Canned(429, "{\"error\":{\"message\":\"m\",\"code\":\"insufficient_quota\"}}"));
    }

    @Override
    Map.Entry<Canned, String> rejectedParameter() {
        return Map.entry(
                new Canned(
                        400,
                        "{\"error\":{\"message\":\"m\",\"type\":\"invalid_request_error\",\"param\":\"reasoning.effort\"}}"),
                "reasoning.effort");
    }

    @Test
    void complete_failedWithinStatus200_isSorted() {
        assertThat(faultOf(e -> e.send(200, failed("rate_limit_exceeded")))).isInstanceOf(RateLimitedException.class);
        assertThat(faultOf(e -> e.send(200, failed("server_error")))).isInstanceOf(TransientProviderException.class);
    }

    @Test
    void complete_organizationAndProject_areSent() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        Requests.answer(connect(server), request(0));

        assertThat(server.take().headers())
                .containsEntry("openai-organization", "org-1")
                .containsEntry("openai-project", "proj-1");
    }

    @Test
    void complete_parameterTheApiLacks_isNeverSent() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        SamplingParameters none = SamplingParameters.unset();
        SamplingParameters seed = new SamplingParameters(
                none.temperature(),
                none.topP(),
                none.topK(),
                none.maxOutputTokens(),
                OptionalLong.of(1),
                none.reasoningEffort(),
                none.stop());

        ProviderException fault = Requests.fault(connect(server), Requests.with(request(0), seed));

        assertThat(fault).hasMessage("openai: gpt-5.2-pro takes no seed in the Responses API; leave it unset");
        assertThat(((InvalidRequestException) fault).parameter()).contains("seed");
        assertThat(fault.stopsLane()).isTrue();
        assertThat(server.isUntouched()).isTrue();
    }
}
