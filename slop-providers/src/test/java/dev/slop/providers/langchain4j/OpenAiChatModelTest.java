package dev.slop.providers.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.slop.core.Outcome;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderContract;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.QuotaExhaustedException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import dev.slop.providers.Requests;
import dev.slop.providers.ScriptedServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LangChain4j's own client of OpenAI, against a server on the loopback. */
final class OpenAiChatModelTest extends CompletionProviderContract {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<ScriptedServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        executor.shutdownNow();
        servers.forEach(ScriptedServer::close);
    }

    private CompletionProvider connect(ScriptedServer.Script script) {
        ScriptedServer server = new ScriptedServer(script);
        servers.add(server);
        return connect(server.uri());
    }

    private CompletionProvider connect(URI server) {
        OpenAiChatModel model = OpenAiChatModel.builder()
                .baseUrl(server + "/v1")
                .apiKey(SECRET)
                .modelName("gpt-4.1-mini")
                .maxRetries(0)
                .build();
        return LangChain4jProvider.of(model, executor);
    }

    private static String reply(String message, String finish) {
        return "{\"id\":\"chatcmpl-1\",\"model\":\"m-001\",\"choices\":[{\"index\":0,\"message\":" + message
                + ",\"finish_reason\":\"" + finish + "\"}],"
                + "\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":30,\"total_tokens\":42}}";
    }

    private static String content(String text) {
        return "{\"role\":\"assistant\",\"content\":\"" + text + "\"}";
    }

    @Override
    protected CompletionProvider provider() {
        return connect(exchange -> exchange.send(200, reply(content("Mango"), "stop")));
    }

    @Override
    protected CompletionRequest request(int index) {
        return Requests.of("openai/gpt-4.1-nano", "fruit", "A fruit", index);
    }

    @Override
    protected Optional<CompletionProvider> failingProvider() {
        return Optional.of(connect(exchange -> exchange.send(500, "{\"error\":{\"message\":\"" + SECRET + "\"}}")));
    }

    @Override
    protected Optional<CompletionProvider> silentProvider() {
        return Optional.of(connect(exchange -> exchange.stall()));
    }

    @Test
    void complete_answer_isReadWhole() {
        Completion answer = Requests.answer(provider(), request(0));

        assertThat(answer)
                .returns("Mango", Completion::text)
                .returns(Outcome.ANSWERED, Completion::outcome)
                .returns(TokenUsage.of(12, 30), Completion::usage)
                .returns(Optional.of("m-001"), Completion::modelVersion)
                .returns(Optional.of("chatcmpl-1"), Completion::requestId);
        assertThat(servers.get(servers.size() - 1).take().json().path("model").asText())
                .isEqualTo("gpt-4.1-nano");
    }

    @Test
    void complete_refusal_isAnAnswer() {
        String refusal = "{\"role\":\"assistant\",\"content\":null,\"refusal\":\"I cannot.\"}";

        assertThat(Requests.answer(connect(e -> e.send(200, reply(refusal, "stop"))), request(0)))
                .returns(Outcome.REFUSED, Completion::outcome)
                .returns("I cannot.", Completion::text);
    }

    @Test
    void complete_truncatedOrFiltered_isAnAnswer() {
        assertThat(Requests.answer(connect(e -> e.send(200, reply(content("Man"), "length"))), request(0)))
                .returns(Outcome.TRUNCATED, Completion::outcome)
                .returns("Man", Completion::text);
        assertThat(Requests.answer(connect(e -> e.send(200, reply(content(""), "content_filter"))), request(0)))
                .returns(Outcome.BLOCKED, Completion::outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_request_error,invalid",
        "401,invalid_api_key,authentication",
        "403,forbidden,authentication",
        "404,model_not_found,invalid",
        "429,rate_limit_exceeded,rate",
        "429,insufficient_quota,quota",
        "500,server_error,transient",
        "503,server_error,transient"
    })
    void complete_errorStatus_isSorted(int status, String code, String kind) {
        String body = "{\"error\":{\"message\":\"no, " + SECRET + "\",\"code\":\"" + code + "\"}}";

        assertThat(Requests.fault(connect(e -> e.send(status, body)), request(0)))
                .isInstanceOf(classOf(kind))
                .hasMessageContaining("status " + status)
                .hasMessageNotContaining(SECRET);
    }

    private static Class<? extends ProviderException> classOf(String kind) {
        return switch (kind) {
            case "authentication" -> AuthenticationException.class;
            case "quota" -> QuotaExhaustedException.class;
            case "rate" -> RateLimitedException.class;
            case "transient" -> TransientProviderException.class;
            default -> InvalidRequestException.class;
        };
    }

    @Test
    void complete_connectionBroken_isTransient() {
        assertThat(Requests.fault(connect(exchange -> exchange.reset()), request(0)))
                .isInstanceOf(TransientProviderException.class);
        ScriptedServer gone = new ScriptedServer(exchange -> exchange.stall());
        gone.close();
        assertThat(Requests.fault(connect(gone.uri()), request(0))).isInstanceOf(TransientProviderException.class);
    }
}
