package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.config.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/embeddings.md shows is what slop does. */
final class EmbeddingsGuideTest {
    private static final String SHOWN = "{source: file, path: vectors.jsonl, same-meaning: 0.9}";

    @TempDir
    private Path folder;

    @Test
    void experiments_areRead() throws IOException {
        List<String> experiments = blocks("yaml");

        assertThat(experiments).hasSize(4);
        for (String experiment : experiments) {
            Path file = Files.writeString(folder.resolve("x.yaml"), experiment);
            assertThat(ExperimentFile.read(file).embeddings()).isPresent();
        }
    }

    @Test
    void fileOfEmbeddings_givesWhatIsShown() throws IOException {
        Path answers =
                Files.writeString(folder.resolve("answers.csv"), blocks("csv").get(0));
        Path vectors = Files.writeString(
                folder.resolve("vectors.jsonl"), blocks("jsonl").get(0));
        assertThat(blocks("sh").get(0)).contains(SHOWN);

        CommandLineRun run = CommandLineRun.of(
                "measure",
                answers.toString(),
                "--same",
                "semantic",
                "--embeddings",
                SHOWN.replace("vectors.jsonl", "'" + vectors + "'"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().toList())
                .containsSubsequence(blocks("text").get(0).lines().toList());
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("^```" + language + "\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("..", "docs", "embeddings.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
