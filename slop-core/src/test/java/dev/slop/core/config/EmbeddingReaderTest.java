package dev.slop.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.EmbeddingSpec;
import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
                "{source: fil}|3:22: embeddings.source must be minilm or file or openai or ollama or local, but is 'fil'; did you mean 'file'?",
                "{source: opnai, model: m}|3:22: embeddings.source must be minilm or file or openai or ollama or local, but is 'opnai'; did you mean 'openai'?",
                "{source: openai}|3:13: 'model' is missing in embeddings",
                "{source: openai, modell: m}|3:30: unknown key 'modell' in embeddings; did you mean 'model'?",
                "{source: openai, model: m, path: v.npy}|3:46: embeddings.path says nothing with source: openai",
                "{source: file, path: v.npy, model: m}|3:48: embeddings.model says nothing with source: file",
                "{source: openai, model: m, batch: 0}|3:47: embeddings.batch must be a whole number from 1 to",
                "{source: openai, model: m, allow-insecure: yes}|3:56: embeddings.allow-insecure must be true or false",
                "{source: openai, model: m, base-url: 'ftp://x'}|3:50: embeddings.base-url must be http://HOST or https://HOST",
                "{source: openai, model: m, key-env: sk-0123}|3:49: embeddings.key-env must be the name of the environment variable",
                "{source: openai, model: m, api-key: sk-0123}|3:40: 'api-key' in embeddings: keys are read from the environment alone; write key-env: NAME_OF_THE_VARIABLE",
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
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("sk-0123");
    }

    @Test
    void read_provider_isReadAndWrittenBack() throws IOException {
        Experiment experiment =
                read("{source: openai, model: text-embedding-3-small, base-url: 'http://127.0.0.1:1/v1',"
                        + " key-env: K, allow-insecure: true, dimensions: 256, batch: 8, same-meaning: 0.6}");

        assertThat(experiment.embeddings())
                .contains(new EmbeddingSpec(
                        new EmbeddingSpec.Served(
                                ModelId.parse("openai/text-embedding-3-small"),
                                Optional.of(URI.create("http://127.0.0.1:1/v1")),
                                Optional.of("K"),
                                true,
                                OptionalInt.of(256),
                                OptionalInt.of(8)),
                        OptionalDouble.of(0.6)));
        assertThat(writtenAndRead(experiment)).isEqualTo(experiment);
    }

    @Test
    void read_declaredProvider_isReadAndWrittenBack() throws IOException {
        Experiment experiment = read("{source: local, model: a/b}");

        assertThat(experiment.embeddings().flatMap(EmbeddingSpec::model)).contains(ModelId.parse("local/a/b"));
        assertThat(writtenAndRead(experiment)).isEqualTo(experiment);
    }

    @Test
    void read_limitsOfTheEmbeddingModel_areKnown() throws IOException {
        assertThat(read("{source: local, model: m}\nlimits: {local/m: {in-flight: 1}}")
                        .limits())
                .containsKey("local/m");
        assertThatThrownBy(() -> read("{source: local, model: m}\nlimits: {local/n: {in-flight: 1}}"))
                .hasMessageContaining("did you mean 'local/m'?");
    }

    @Test
    void parse_shorthands_areWhatTheyStandFor() {
        Path here = Path.of("").toAbsolutePath();

        assertThat(EmbeddingOption.parse("--embeddings", "minilm").source()).isEqualTo(new EmbeddingSpec.InProcess());
        assertThat(EmbeddingOption.parse("--embeddings", "file:it's.npy").source())
                .isEqualTo(new EmbeddingSpec.Stored(here.resolve("it's.npy"), Optional.empty()));
        assertThat(EmbeddingOption.parse("--embeddings", "ollama/a/b").model()).contains(ModelId.parse("ollama/a/b"));
        assertThat(EmbeddingOption.parse("--embeddings", "{source: minilm, same-meaning: .5}")
                        .sameMeaning())
                .hasValue(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minilmm|did you mean 'minilm'?",
                "opnai/m|did you mean 'openai'?",
                "openai/|embeddings.model must not be blank",
                "{sauce: 1}|--embeddings:1:2: unknown key 'sauce'; did you mean 'source'?",
                "{source|--embeddings:1:"
            })
    void parse_whatIsWrong_isTold(String text, String message) {
        assertThatThrownBy(() -> EmbeddingOption.parse("--embeddings", text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("--embeddings:1:")
                .hasMessageContaining(message.replace("embeddings.", ""));
    }

    private Experiment read(String section) throws IOException {
        Path file = folder.resolve("x.yaml");
        Files.writeString(
                file,
                "models: [a/b]\nprompts: [Why]\nembeddings: " + section + "\nproviders: {local: {type: openai}}\n");
        return ExperimentFile.read(file);
    }

    private Experiment writtenAndRead(Experiment experiment) {
        Path file = folder.resolve("experiment.yaml");
        ExperimentFile.write(experiment, file);
        return ExperimentFile.read(file);
    }
}
