package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
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

final class OllamaChatTest extends DialectContract {
    @Override
    CompletionProviderFactory dialect() {
        return new OllamaProviderFactory();
    }

    @Override
    String model() {
        return "llama3.2:1b";
    }

    @Override
    Map.Entry<String, String> keyHeader() {
        return Map.entry("authorization", "Bearer " + SECRET);
    }

    @Override
    String requestLine() {
        return "POST /api/chat HTTP/1.1";
    }

    @Override
    String plainBody() {
        return "{\"model\":\"llama3.2:1b\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}],\"stream\":false}";
    }

    @Override
    SamplingParameters parametersSent() {
        return new SamplingParameters(
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.9),
                OptionalInt.of(40),
                OptionalInt.of(64),
                OptionalLong.of(7),
                Optional.of("false"),
                List.of("END"));
    }

    @Override
    String bodyWithParameters() {
        return """
                {"model":"llama3.2:1b","messages":[{"role":"system","content":"Be brief."},\
                {"role":"user","content":"%s"}],"stream":false,"think":false,\
                "options":{"temperature":0.5,"top_p":0.9,"top_k":40,"seed":7,"num_predict":64,"stop":["END"]}}""";
    }

    private static String reply(String text, String reason) {
        return """
                {"model":"m-001","created_at":"2026-03-01T10:00:00Z","message":{"role":"assistant","content":"%s",\
                "thinking":"hm"},"done":true,"done_reason":"%s","total_duration":9,"prompt_eval_count":12,\
                "eval_count":30}""".formatted(text, reason);
    }

    @Override
    String answered(String text) {
        return reply(text, "stop");
    }

    @Override
    TokenUsage usage() {
        return TokenUsage.of(12, 30);
    }

    @Override
    Canned empty() {
        return new Canned(200, reply("", "stop"));
    }

    @Override
    List<Canned> refused() {
        return List.of();
    }

    @Override
    List<Canned> blocked() {
        return List.of();
    }

    @Override
    Canned truncated() {
        return new Canned(200, reply("Man", "length"));
    }

    @Override
    Optional<Canned> finished(String word) {
        return Optional.of(new Canned(200, reply("Mango", word)));
    }

    @Override
    String error(int status, String message) {
        return Json.object().put("error", message).toString();
    }

    @Override
    List<Canned> quota() {
        return List.of(new Canned(402, error(402, "m")));
    }

    @Override
    Map.Entry<Canned, String> rejectedParameter() {
        return Map.entry(new Canned(400, error(400, "\"llama3.2:1b\" does not support thinking")), "think");
    }

    @Test
    void complete_countsLeftOut_areUnknown() {
        assertThat(ask(new Canned(200, "{\"message\":{\"content\":\"Mango\"},\"done\":true,\"done_reason\":\"stop\"}")))
                .returns(TokenUsage.unknown(), Completion::usage);
    }

    @Test
    void complete_streamInsteadOfOneReply_isTransient() {
        String part = "{\"message\":{\"content\":\"Man\"},\"done\":false}\n";

        assertThat(faultOf(e -> e.send(200, part))).isInstanceOf(TransientProviderException.class);
        assertThat(faultOf(e -> e.send(200, part + answered("go")))).isInstanceOf(TransientProviderException.class);
    }

    @Test
    void complete_optionsOfTheServer_areSent() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        Requests.answer(connect(server.uri(), Map.of("num-ctx", "8192", "keep-alive", "10m")), request(0));

        Exchange sent = server.take();
        assertThat(sent.json().at("/options/num_ctx").asInt()).isEqualTo(8_192);
        assertThat(sent.json().path("keep_alive").asText()).isEqualTo("10m");
    }

    @Test
    void defaultLimits_oneAtATime() {
        assertThat(dialect().defaultLimits().inFlight()).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        ",http://127.0.0.1:11434", "127.0.0.1:9999,http://127.0.0.1:9999", "0.0.0.0,http://127.0.0.1:11434",
        "0.0.0.0:8080,http://127.0.0.1:8080", ":8080,http://127.0.0.1:8080", "localhost,http://localhost:11434",
        "http://0.0.0.0:7/,http://127.0.0.1:7", "https://models.example,https://models.example"
    })
    void create_host_isCompleted(String host, String expected) {
        Environment environment = host == null ? Environment.of(Map.of()) : Environment.of(Map.of("OLLAMA_HOST", host));
        try (CompletionProvider provider = dialect().create(ProviderConfig.of("ollama"), environment)) {
            assertThat(provider.toString()).isEqualTo("ollama at " + expected + " with no key");
        }
    }

    @Test
    void create_hostElsewhereInTheClear_mustBeAllowed() {
        assertThatThrownBy(() -> dialect()
                        .create(ProviderConfig.of("ollama"), Environment.of(Map.of("OLLAMA_HOST", "10.0.0.5"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("OLLAMA_HOST: http sends everything in the clear to 10.0.0.5");
    }

    @Test
    void create_cloudWithoutKey_namesTheVariable() {
        assertThatThrownBy(() -> dialect()
                        .create(
                                ProviderConfig.of("ollama"),
                                Environment.of(Map.of("OLLAMA_HOST", "https://ollama.com"))))
                .hasMessageContaining("OLLAMA_API_KEY");
    }
}
