package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read a run folder, on the demo's. */
final class StoredRunsTest {
    @TempDir
    static Path folder;

    private static Path run;

    @BeforeAll
    static void runDemo() {
        run = folder.resolve("demo");
        assertThat(CommandLineRun.of("demo", "--quiet", "--out", run.toString()).exitCode())
                .isZero();
    }

    // The counts are those of the recorded answers, counted by hand.
    @Test
    void answers_shortOnes_areCountedTheMostFrequentFirst() {
        CommandLineRun answers = CommandLineRun.of("answers", run.toString(), "--prompt", "fruit", "--model", "claude");

        assertThat(answers.exitCode()).isZero();
        assertThat(answers.out()).contains("anthropic/claude-haiku-4-5-20251001", "5 answers", "4× Mango", "1× Apple");
        assertThat(answers.out()).doesNotContain("gpt-5-mini");
    }

    @Test
    void answers_longOnes_areListedWholeWithTheirNumbers() {
        CommandLineRun answers = CommandLineRun.of("answers", run.toString(), "--prompt", "joke");

        assertThat(answers.out()).contains("  1. ", "  2. ", "  3. ", "atoms", "scarecrow");
    }

    @Test
    void answers_json_isOneObjectALine() throws IOException {
        CommandLineRun answers = CommandLineRun.of("answers", run.toString(), "--prompt", "colour", "--json");

        assertThat(answers.out().lines()).hasSize(15);
        JsonNode first =
                new JsonMapper().readTree(answers.out().lines().findFirst().orElseThrow());
        assertThat(first.path("prompt").asText()).isEqualTo("colour");
        assertThat(first.path("outcome").asText()).isEqualTo("answered");
        assertThat(first.path("index").asInt()).isZero();
    }

    @Test
    void answers_promptThatIsNotThere_namesThoseThatAre() {
        CommandLineRun answers = CommandLineRun.of("answers", run.toString(), "--prompt", "jokes");

        assertThat(answers.exitCode()).isEqualTo(2);
        assertThat(answers.err()).contains("colour, fruit, joke, number").hasLineCount(1);
    }

    @Test
    void answers_folderThatIsNoRun_saysSo() {
        CommandLineRun answers = CommandLineRun.of("answers", folder.toString());

        assertThat(answers.exitCode()).isEqualTo(2);
        assertThat(answers.err()).contains("is no run folder").hasLineCount(1);
    }

    @Test
    void export_writesFourTablesAndNamesThem() {
        Path tables = folder.resolve("tables");

        CommandLineRun export =
                CommandLineRun.of("export", run.toString(), "--format", "jsonl", "--out", tables.toString());

        assertThat(export.exitCode()).isZero();
        assertThat(export.out().lines())
                .containsExactly(
                        tables.resolve("answers.jsonl").toString(),
                        tables.resolve("groups.jsonl").toString(),
                        tables.resolve("metrics.jsonl").toString(),
                        tables.resolve("pairs.jsonl").toString());
        assertThat(tables.resolve("answers.jsonl")).content().hasLineCount(189);
    }

    @Test
    void answers_hostileText_isShownAndNotObeyed() throws IOException {
        Path hostile = Files.createDirectory(folder.resolve("hostile"));
        Files.writeString(hostile.resolve("e.yaml"), """
                name: h
                models: [simulated/x]
                samples: 2
                prompts: [{id: p, text: q}]
                providers: {simulated: {type: simulated, answers: "\\e[2Jboo=1"}}
                """);
        String out = hostile.resolve("run").toString();
        CommandLineRun.of("run", hostile.resolve("e.yaml").toString(), "--quiet", "--out", out);

        CommandLineRun answers = CommandLineRun.of(Map.of(), false, "answers", out);

        assertThat(answers.out()).contains("2× ␛[2Jboo").doesNotContain("\u001b");
    }
}
