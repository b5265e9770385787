package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompareTest {
    @TempDir
    static Path folder;

    private static Path run;

    @BeforeAll
    static void runDemo() {
        run = folder.resolve("demo");
        assertThat(CommandLineRun.of("demo", "--quiet", "--out", run.toString()).exitCode())
                .isZero();
    }

    /** The demo's run with its prompts under other names. */
    private static Path renamed(String from, String to) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("renamed-" + to));
        for (String file : new String[] {"experiment.yaml", "journal.jsonl"}) {
            String text = Files.readString(run.resolve(file));
            Files.writeString(
                    copy.resolve(file),
                    text.replace("id: " + from, "id: " + to).replace("\"" + from + "\"", "\"" + to + "\""));
        }
        return copy;
    }

    @Test
    void compare_aRunWithItself_findsNothing() {
        CommandLineRun compare = CommandLineRun.of("compare", run.toString(), run.toString(), "--json");

        assertThat(compare.exitCode()).isZero();
        assertThat(compare.err()).isEmpty();
        JsonNode json = compare.json();
        assertThat(json.path("schema").asText()).isEqualTo("slop.comparison/1");
        assertThat(json.path("cells")).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.path("topShare").path("difference").path("value").asDouble())
                    .isZero();
            assertThat(cell.path("pValue").path("adjusted").asDouble()).isEqualTo(1);
        });
        assertThat(json.path("overall").get(0).path("model").isNull()).isTrue();
        assertThat(json.path("overall").get(0).path("prompts").asInt()).isEqualTo(4);
        assertThat(json.path("leftOut")).isEmpty();
    }

    @Test
    void compare_modelsByPartsOfTheirNames_saysInWordsWhatChanged() {
        CommandLineRun compare = CommandLineRun.of("compare", run.toString(), "--models", "claude-haiku,gpt-5-mini");

        assertThat(compare.exitCode()).isZero();
        assertThat(compare.out())
                .contains(
                        "  A  anthropic/claude-haiku-4-5-20251001",
                        "  B  openai/gpt-5-mini",
                        "number: two fresh answers agree less often in B")
                .contains("(Holm)", "Mean over 4 prompts", "agreement");
    }

    @Test
    void compare_aPromptOfOneRunOnly_isNamedAndLeftOut() throws IOException {
        CommandLineRun compare = CommandLineRun.of(
                "compare", run.toString(), renamed("fruit", "vegetable").toString());

        assertThat(compare.exitCode()).isZero();
        assertThat(compare.out()).contains("only in A: prompt fruit", "only in B: prompt vegetable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --models claude-haiku,gpt-9 | 'gpt-9' is none of
        --models claude-haiku       | needs two names
        --models gpt-5-mini,gpt-5-mini | cannot be compared with itself
        --models a,gpt-5-mini       | is more than one of
        --variants plain,list       | 'plain' is none of default
        --quiet                     | compare needs two runs, or one run with
        """)
    void compare_ofOneRunThatMakesNoPair_saysWhy(String options, String problem) {
        String[] words = ("compare " + run + " " + options).split(" ", -1);

        CommandLineRun compare = CommandLineRun.of(words);

        assertThat(compare.exitCode()).isEqualTo(2);
        assertThat(compare.err()).contains(problem).hasLineCount(1);
        assertThat(compare.out()).isEmpty();
    }

    @Test
    void compare_runsWithoutACommonPrompt_saysWhatEachHas() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(
                other.resolve("experiment.yaml"),
                Files.readString(run.resolve("experiment.yaml")).replaceAll("(?m)^(- id: .*)$", "$1-2"));
        Files.writeString(
                other.resolve("journal.jsonl"),
                Files.readString(run.resolve("journal.jsonl"))
                        .replaceAll("\"prompt\":\"([a-z]+)\"", "\"prompt\":\"$1-2\""));

        CommandLineRun compare = CommandLineRun.of("compare", run.toString(), other.toString());

        assertThat(compare.exitCode()).isEqualTo(2);
        assertThat(compare.err())
                .contains("no prompt has answers of the same model in both", "joke-2")
                .hasLineCount(1);
    }
}
