package dev.slop.report.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.core.ConfigurationException;
import dev.slop.core.EmbeddingSpec;
import dev.slop.metrics.vector.EmbeddingException;
import dev.slop.metrics.vector.Embeddings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoredEmbedderTest {
    @TempDir
    private Path folder;

    @Test
    void embed_jsonLines_givesTheRowsOfTheTexts() throws IOException {
        StoredEmbedder embedder = read("""
                \uFEFF{"text": "Mango", "embedding": [3, 4], "model": "m"}

                {"embedding": [0, -2.5e0], "text": "Apple"}
                """);

        Embeddings embeddings = embedder.embed(List.of("Apple", "Mango", "Apple"));

        assertThat(embeddings.row(0)).containsExactly(0, -1);
        assertThat(embeddings.row(1)).containsExactly(0.6f, 0.8f);
        assertThat(embeddings.cosine(0, 2)).isEqualTo(1, within(1e-7));
        assertThat(embedder.name()).isEqualTo("embeddings of v.jsonl");
        assertThat(embedder.sameMeaning()).isEmpty();
    }

    @Test
    void embed_base64_isThatOfTheFloats() throws IOException {
        /* python3 -c "import base64,struct; print(base64.b64encode(struct.pack('<2f', 3, 4)).decode())" */
        StoredEmbedder embedder = read("{\"text\": \"Mango\", \"embedding\": \"AABAQAAAgEA=\"}");

        assertThat(embedder.embed(List.of("Mango")).row(0)).containsExactly(0.6f, 0.8f);
    }

    @Test
    void embed_textAsCleaned_findsTheTextAsTheModelSaidIt() throws IOException {
        StoredEmbedder embedder = read("{\"text\": \"**Mango!**\", \"embedding\": [1, 0]}");

        assertThat(embedder.embed(List.of("mango")).row(0)).containsExactly(1, 0);
    }

    @Test
    void embed_textsWithoutEmbedding_countsThemAndNamesTheFirst() throws IOException {
        StoredEmbedder embedder = read("{\"text\": \"Mango\", \"embedding\": [1, 0]}");

        assertThatThrownBy(() -> embedder.embed(List.of("Mango", "Kiwi\nfruit", "Apple")))
                .isInstanceOf(EmbeddingException.class)
                .hasMessage(folder.resolve("v.jsonl") + ": 2 of 3 texts have no embedding, the first is 'Kiwi fruit'");
    }

    @Test
    void read_textTwiceWithTheSameEmbedding_isNoError() throws IOException {
        assertThat(read("{\"text\": \"a\", \"embedding\": [1, 0]}\n{\"text\": \"a\", \"embedding\": [1, 0]}")
                        .embed(List.of("a"))
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[1, 2]|:2: not a JSON object",
                "{\"text\": \"b\", |:2: not JSON: ",
                "{\"embedding\": [1, 2]}|:2: text: is missing",
                "{\"text\": 7, \"embedding\": [1, 2]}|:2: text: must be a text, but is a number",
                "{\"text\": \"b\"}|:2: embedding: is missing",
                "{\"text\": \"b\", \"embedding\": []}|:2: embedding: must be a list of numbers, or base64 of 32-bit floats, but is an empty list",
                "{\"text\": \"b\", \"embedding\": {}}|but is an object",
                "{\"text\": \"b\", \"embedding\": \"AAA?\"}|:2: embedding: is no base64 of 32-bit floats: ",
                "{\"text\": \"b\", \"embedding\": \"\"}|:2: embedding: is empty",
                "{\"text\": \"b\", \"embedding\": [1, \"2\"]}|:2: embedding[1]: must be a number, but is a text",
                "{\"text\": \"b\", \"embedding\": [1, null]}|:2: embedding[1]: must be a number, but is null",
                "{\"text\": \"b\", \"embedding\": [1, NaN]}|:2: embedding[1]: must be a finite number, but is NaN",
                "{\"text\": \"b\", \"embedding\": [1e99, 1]}|:2: embedding[0]: must be a finite number, but is Infinity",
                "{\"text\": \"b\", \"embedding\": [0, 0]}|:2: embedding: has no direction, all its numbers are 0",
                "{\"text\": \"b\", \"embedding\": [1]}|:2: embedding: has 1 number, ",
                "{\"text\": \"a\", \"embedding\": [1, 3]}|:2: text: stands at "
            })
    void read_wrongLine_namesLineAndField(String line, String message) {
        assertThatThrownBy(() -> read("{\"text\": \"a\", \"embedding\": [1, 2]}\n" + line))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(folder.resolve("v.jsonl").toString())
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void read_fileThatIsNotThereOrEmptyOrNotText_isToldInOneLine() throws IOException {
        Path missing = folder.resolve("w.jsonl");
        Path binary = Files.write(folder.resolve("b.jsonl"), new byte[] {'{', (byte) 0xff});

        assertRefused(missing, missing + ": there is no such file");
        assertRefused(binary, binary + ": is not in UTF-8 after line 0");
        assertThatThrownBy(() -> read("\n")).hasMessageEndingWith("v.jsonl: holds no embedding");
    }

    @Test
    void read_textsBesideJsonLines_isRefused() {
        Path file = folder.resolve("v.jsonl");

        assertThatThrownBy(() -> new StoredEmbedder(new EmbeddingSpec.Stored(file, Optional.of(file))).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("embeddings.texts: ");
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> new StoredEmbedder(new EmbeddingSpec.Stored(file, Optional.empty())).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    private StoredEmbedder read(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("v.jsonl"), lines);
        StoredEmbedder embedder = new StoredEmbedder(new EmbeddingSpec.Stored(file, Optional.empty()));
        embedder.read();
        return embedder;
    }
}
