package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.config.ExperimentFile;
import dev.slop.core.provider.Environment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows is what slop does. */
final class ReadmeTest {
    @TempDir
    Path folder;

    @Test
    void output_isThatOfTheDemo() throws IOException {
        String demo = slop("demo", "--out", folder.resolve("demo").toString());
        List<String> shown = block("")
                .lines()
                .filter(line -> !line.equals("…") && !line.isBlank())
                .toList();
        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(demo.lines().toList()).containsSubsequence(shown);
    }

    @Test
    void experiment_isOneThatRuns() throws IOException {
        Path file = folder.resolve("fruit.yaml");
        Files.writeString(file, block("yaml"));
        assertThat(ExperimentFile.read(file).prompts()).hasSize(3);
        assertThat(slop("run", file.toString(), "--dry-run")).contains("180 requests");
    }

    private static String slop(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Slop.run(new Console(stream, stream, Environment.of(Map.of()), false, 0), args))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** {@return the first block of a language} */
    private static String block(String language) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        Matcher block = Pattern.compile("^```" + language + "\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(readme);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
