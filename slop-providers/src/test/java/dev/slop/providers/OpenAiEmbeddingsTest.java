package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.EmbeddingBatch;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.PackedFloats;
import dev.slop.core.provider.ProviderConfig;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

final class OpenAiEmbeddingsTest extends EmbeddingContract {
    @Override
    CompletionProviderFactory factory() {
        return new OpenAiProviderFactory();
    }

    @Override
    String basePath() {
        return "/v1";
    }

    @Override
    String vectors(String... lists) {
        StringJoiner data = new StringJoiner(", ");
        for (int i = 0; i < lists.length; i++) {
            data.add(entry(i, lists[i]));
        }
        return reply(data.toString());
    }

    private static String entry(int index, String vector) {
        return "{\"object\": \"embedding\", \"index\": " + index + ", \"embedding\": " + vector + "}";
    }

    private static String reply(String data) {
        return "{\"object\": \"list\", \"data\": [" + data
                + "], \"model\": \"m-001\", \"usage\": {\"prompt_tokens\": 7, \"total_tokens\": 7}}";
    }

    @Override
    String error(String message) {
        return "{\"error\": {\"message\": \"" + message + "\", \"type\": \"e\", \"param\": null, \"code\": null}}";
    }

    @Test
    void complete_entriesOutOfOrder_areSortedByTheirIndex() {
        String packed = "\"" + PackedFloats.pack(new float[] {5, 6}) + "\"";
        String reply = reply(entry(1, "[3, 4]") + ", " + entry(0, packed));

        assertThat(EmbeddingBatch.vectors(Requests.answer(provider(200, reply), request("a", "b"))
                                .text())
                        .get(0))
                .containsExactly(5, 6);
    }

    @Test
    void complete_entriesOfOneIndexTwice_areRefusedForGood() {
        String reply = reply(entry(0, "[3, 4]") + ", " + entry(0, "[3, 4]"));

        assertThat(Requests.fault(provider(200, reply), request("a", "b")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("not numbered from 0 to 1");
    }

    @Test
    void complete_compatibleServer_isNotAskedForBase64() {
        ScriptedServer server = server(200, vectors("[1]"));
        Requests.answer(provider(server, Map.of()), request("a"));

        Exchange exchange = server.take();
        assertThat(exchange.requestLine()).isEqualTo("POST /v1/embeddings HTTP/1.1");
        assertThat(exchange.json().has("encoding_format")).isFalse();
        assertThat(exchange.json().has("dimensions")).isFalse();
    }

    @Test
    void complete_textThatIsTooLong_isAFaultOfThisBatchAlone() {
        String body = "{\"error\": {\"message\": \"8193 tokens\", \"code\": \"context_length_exceeded\"}}";

        assertThat(Requests.fault(provider(400, body), request("a")).stopsLane())
                .isFalse();
    }

    @Test
    void createEmbedding_withoutKey_namesItsVariable() {
        assertThatThrownBy(() -> factory().createEmbedding(ProviderConfig.of("openai"), Environment.of(Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OPENAI_API_KEY");
    }

    @Test
    void createEmbedding_typeWithoutEmbeddings_isRefused() {
        for (CompletionProviderFactory other : List.of(new AnthropicProviderFactory(), new ReplayProviderFactory())) {
            assertThatThrownBy(() -> other.createEmbedding(ProviderConfig.of("x"), Environment.of(Map.of())))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("providers.x.type: " + other.id() + " is a type that gives no embeddings");
        }
    }
}
