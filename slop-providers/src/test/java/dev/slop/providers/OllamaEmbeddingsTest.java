package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.provider.CompletionProviderFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OllamaEmbeddingsTest extends EmbeddingContract {
    @Override
    CompletionProviderFactory factory() {
        return new OllamaProviderFactory();
    }

    @Override
    String basePath() {
        return "";
    }

    @Override
    String vectors(String... lists) {
        return "{\"model\": \"m\", \"embeddings\": [" + String.join(", ", lists)
                + "], \"total_duration\": 14143917, \"load_duration\": 1019500, \"prompt_eval_count\": 7}";
    }

    @Override
    String error(String message) {
        return "{\"error\": \"" + message + "\"}";
    }

    @Test
    void complete_optionsOfLoading_areSent() {
        ScriptedServer server = server(200, vectors("[1]"));
        Requests.answer(provider(server, Map.of("num-ctx", "256", "keep-alive", "10m")), request("a"));

        Exchange exchange = server.take();
        assertThat(exchange.requestLine()).isEqualTo("POST /api/embed HTTP/1.1");
        assertThat(exchange.json().path("options").path("num_ctx").asInt()).isEqualTo(256);
        assertThat(exchange.json().path("keep_alive").asText()).isEqualTo("10m");
    }
}
