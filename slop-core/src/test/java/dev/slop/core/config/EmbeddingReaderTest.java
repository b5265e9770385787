package dev.slop.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.EmbeddingSpec;
import dev.slop.core.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmbeddingReaderTest {
    @TempDir
    private Path folder;

    @Test
    void read_inProcess_isReadAndWrittenBack() throws IOException {
        Experiment experiment = read("{source: minilm, same-meaning: 0.8}");

        assertThat(experiment.embeddings())
                .contains(new EmbeddingSpec(new EmbeddingSpec.InProcess(), OptionalDouble.of(0.8)));
        assertThat(writtenAndRead(experiment)).isEqualTo(experiment);
    }

    @Test
    void read_file_isFoundFromTheExperimentOnAndWrittenBack() throws IOException {
        Experiment experiment = read("{source: file, path: v.npy, texts: ../t.txt}");

        assertThat(experiment.embeddings())
                .contains(new EmbeddingSpec(
                        new EmbeddingSpec.Stored(folder.resolve("v.npy"), Optional.of(folder.resolveSibling("t.txt"))),
                        OptionalDouble.empty()));
        assertThat(writtenAndRead(experiment)).isEqualTo(experiment);
        assertThat(ExperimentFile.format(experiment, folder)).contains("path: v.npy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{sourse: minilm}|3:14: unknown key 'sourse' in embeddings; did you mean 'source'?",
                "{same-meaning: 0.8}|3:13: 'source' is missing in embeddings",
                "{source: fil}|3:22: embeddings.source must be minilm or file, but is 'fil'; did you mean 'file'?",
                "{source: file}|3:13: 'path' is missing in embeddings",
                "{source: file, path: ''}|3:34: embeddings.path must not be blank",
                "{source: minilm, path: v.npy}|3:36: embeddings.path says nothing with source: minilm",
                "{source: minilm, same-meaning: 0}|3:44: embeddings.same-meaning must be a cosine above 0 and up to 1",
                "{source: minilm, same-meaning: 80%}|3:44: embeddings.same-meaning must be a cosine above 0 and up to 1"
            })
    void read_whatIsWrong_isToldWithItsPlace(String section, String message) {
        assertThatThrownBy(() -> read(section))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("x.yaml:" + message)
                .hasMessageNotContaining("\n");
    }

    private Experiment read(String section) throws IOException {
        Path file = folder.resolve("x.yaml");
        Files.writeString(file, "models: [a/b]\nprompts: [Why]\nembeddings: " + section + "\n");
        return ExperimentFile.read(file);
    }

    private Experiment writtenAndRead(Experiment experiment) {
        Path file = folder.resolve("experiment.yaml");
        ExperimentFile.write(experiment, file);
        return ExperimentFile.read(file);
    }
}
