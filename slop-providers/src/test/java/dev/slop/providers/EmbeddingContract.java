package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.ModelId;
import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.EmbeddingBatch;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderConfig;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every provider of embeddings does, against a server on the loopback. */
abstract class EmbeddingContract {
    static final String KEY = "sk-embedding-0123456789abcdef";

    private final List<AutoCloseable> open = new ArrayList<>();

    abstract CompletionProviderFactory factory();

    /** Where the API begins, below the server's root. */
    abstract String basePath();

    /** A good reply with vectors as lists of JSON. */
    abstract String vectors(String... lists);

    abstract String error(String message);

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void complete_batch_givesTheVectorsInOrder() {
        Completion completion =
                Requests.answer(provider(200, vectors("[1, 2]", "[3e0, -4.5]")), request("Mango", "Äpfel \"🥭\"\n"));

        List<float[]> vectors = EmbeddingBatch.vectors(completion.text());
        assertThat(vectors).hasSize(2);
        assertThat(vectors.get(0)).containsExactly(1, 2);
        assertThat(vectors.get(1)).containsExactly(3, -4.5f);
        assertThat(completion.usage().input()).hasValue(7);
    }

    @Test
    void complete_batch_sendsTheTextsAndTheKeyOnce() {
        ScriptedServer server = server(200, vectors("[1, 2]", "[3, 4]"));
        Requests.answer(provider(server, Map.of("dimensions", "2")), request("Mango", "Äpfel \"🥭\"\n"));

        Exchange exchange = server.take();
        assertThat(exchange.json().path("input").path(1).asText()).isEqualTo("Äpfel \"🥭\"\n");
        assertThat(exchange.json().path("model").asText()).isEqualTo("m");
        assertThat(exchange.json().path("dimensions").asInt()).isEqualTo(2);
        assertThat(exchange.headers()).containsEntry("authorization", "Bearer " + KEY);
        assertThat(exchange.requestLine() + exchange.body()).doesNotContain(KEY);
    }

    @Test
    void complete_otherCountThanTexts_isRefusedForGood() {
        assertWrong(vectors("[1, 2]"), "1 vector came back for 2 texts");
        assertWrong(vectors("[1, 2]", "[1, 2]", "[1, 2]"), "3 vectors came back for 2 texts");
        assertWrong(vectors(), "the reply holds no ");
    }

    @Test
    void complete_vectorsThatAreNone_areRefusedForGood() {
        assertWrong(vectors("[1, 2]", "[1]"), "vectors of 2 and of 1 numbers came back");
        assertWrong(vectors("[]", "[]"), "vectors of 0 and of 0 numbers came back");
        assertWrong(vectors("[1, 2]", "[1, null]"), "a vector came back whose number 1 is none");
        assertWrong(vectors("[1, 2]", "\"A?\""), "no base64");
        assertWrong("{}", "the reply holds no ");
    }

    private void assertWrong(String reply, String message) {
        ProviderException fault = Requests.fault(provider(200, reply), request("a", "b"));

        assertThat(fault).isInstanceOf(InvalidRequestException.class).hasMessageContaining(message);
        assertThat(fault.stopsLane()).isTrue();
        assertThat(fault.retryable()).isFalse();
    }

    @Test
    void complete_tooManyRequests_tellsHowLongToWait() {
        ScriptedServer server =
                new ScriptedServer(exchange -> exchange.send(429, error("slow down " + KEY), "Retry-After", "7"));
        ProviderException fault = Requests.fault(provider(keep(server), Map.of()), request("a"));

        assertThat(fault).isInstanceOf(RateLimitedException.class).hasMessageNotContaining(KEY);
        assertThat(fault.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void complete_serverFault_mayPass() {
        assertThat(Requests.fault(provider(503, error("busy " + KEY)), request("a")))
                .isInstanceOf(TransientProviderException.class)
                .hasMessageNotContaining(KEY);
    }

    @Test
    void complete_pageOfHtml_mayPassAndIsNamed() {
        String page = "<!doctype html><title>Gateway " + KEY + "</title>";

        assertThat(Requests.fault(provider(200, page), request("a")))
                .isInstanceOf(TransientProviderException.class)
                .hasMessageContaining("HTML page 'Gateway [key]'");
    }

    @Test
    void complete_keyThatIsNotAccepted_namesItsVariable() {
        assertThat(Requests.fault(provider(401, error("no")), request("a")))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("EMBED_KEY");
    }

    @Test
    void complete_redirect_isNotFollowed() {
        ScriptedServer other = server(200, vectors("[1]"));
        ScriptedServer server = keep(new ScriptedServer(
                exchange -> exchange.send(307, "", "Location", other.uri().toString())));

        assertThat(Requests.fault(provider(server, Map.of()), request("a")))
                .hasMessageContaining("a redirect that is not followed");
        assertThat(other.isUntouched()).isTrue();
    }

    @Test
    void complete_replyBeyondItsLimit_isGivenUp() {
        ScriptedServer server = server(200, " ".repeat(2 << 20) + vectors("[1]"));

        assertThat(Requests.fault(provider(server, Map.of("max-response-mib", "1")), request("a")))
                .hasMessageContaining("larger than 1048576 bytes");
    }

    @Test
    void createEmbedding_httpToAnotherHost_isRefused() {
        ProviderConfig config =
                Requests.config(factory().id(), URI.create("http://embeddings.example/v1"), "EMBED_KEY", Map.of());

        assertThatThrownBy(() -> factory().createEmbedding(config, environment()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("allow-insecure")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void createEmbedding_optionsOfTheChat_areKnown_othersAreNot() {
        ProviderConfig known = Requests.config(
                factory().id(), URI.create("http://127.0.0.1:1"), "EMBED_KEY", Map.of("max-response-mib", "1"));
        ProviderConfig other =
                Requests.config(factory().id(), URI.create("http://127.0.0.1:1"), "EMBED_KEY", Map.of("wrong", "1"));

        factory().createEmbedding(known, environment()).close();
        assertThatThrownBy(() -> factory().createEmbedding(other, environment()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("wrong");
    }

    static CompletionRequest request(String... texts) {
        return new EmbeddingBatch(List.of(texts)).request(ModelId.parse("x/m"), 0);
    }

    private static Environment environment() {
        return Environment.of(Map.of("EMBED_KEY", KEY));
    }

    final CompletionProvider provider(int status, String body) {
        return provider(server(status, body), Map.of());
    }

    final CompletionProvider provider(ScriptedServer server, Map<String, String> options) {
        URI base = URI.create(server.uri() + basePath());
        CompletionProvider provider =
                factory().createEmbedding(Requests.config(factory().id(), base, "EMBED_KEY", options), environment());
        open.add(provider);
        return provider;
    }

    final ScriptedServer server(int status, String body) {
        return keep(new ScriptedServer(exchange -> exchange.send(status, body)));
    }

    final ScriptedServer keep(ScriptedServer server) {
        open.add(server);
        return server;
    }
}
