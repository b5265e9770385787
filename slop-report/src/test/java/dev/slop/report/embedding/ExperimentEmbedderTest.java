package dev.slop.report.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.SameAnswer;
import dev.slop.core.config.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExperimentEmbedderTest {
    @TempDir
    private Path folder;

    @Test
    void named_experimentThatSaysNothingOfMeaning_isEmpty() throws IOException {
        assertThat(embedder("same: exact", "").named()).isEmpty();
        assertThat(ExperimentEmbedder.installed(SameAnswer.NEAR_DUPLICATE).named())
                .isEmpty();
    }

    @Test
    void named_inProcessWithoutTheModule_tellsHowToAddIt() throws IOException {
        ExperimentEmbedder embedder = embedder("same: exact", "embeddings: {source: minilm}");

        assertThatThrownBy(embedder::named)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("embeddings: source: minilm needs the module slop-semantic")
                .hasMessageContaining("SLOP_CLASSPATH");
    }

    @Test
    void named_promptsThatAreSemanticWithoutTheModule_tellsHowToAddIt() throws IOException {
        ExperimentEmbedder embedder = embedder("same: semantic", "");

        assertThatThrownBy(embedder::named)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("same: semantic needs the module slop-semantic");
    }

    private ExperimentEmbedder embedder(String same, String embeddings) throws IOException {
        Path file = folder.resolve("x.yaml");
        Files.writeString(file, "models: [a/b]\nprompts: [{text: Why, " + same + "}]\n" + embeddings + "\n");
        return ExperimentEmbedder.of(ExperimentFile.read(file));
    }
}
