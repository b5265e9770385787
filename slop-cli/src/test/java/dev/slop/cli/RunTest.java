package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunTest {
    private static final String PROMPTS = """
            samples: 4
            prompts:
              - {id: fruit, text: A fruit}
              - {id: coin, text: Toss, answer: {choice: [heads, tails]}, expect: uniform}
            """;
    private static final String SIMULATED = """
            name: test
            models: [simulated/a, simulated/b]
            providers:
              simulated: {answers.fruit: "Mango=9,Apple=1", answers.coin: "heads=1,tails=1"}
            """ + PROMPTS;

    private static final String RECORDED = """
            models: [x/y]
            samples: 3
            prompts: [{id: fruit, text: A fruit}]
            providers:
              x: {type: replay, file: recorded.jsonl}
            """;

    @TempDir
    Path folder;

    @Test
    void run_experiment_writesTheFolder() {
        CommandLineRun run = run(SIMULATED);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("2 prompts · 2 models · 16 answers", "uniform over");
        for (String file : new String[] {"experiment.yaml", "journal.jsonl", "analysis.json", "answers.csv"}) {
            assertThat(folder.resolve("run").resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void run_cleanedInAnotherWay_measuresAgainWithoutAsking() throws IOException {
        run(SIMULATED);

        CommandLineRun again = run(
                "clean: {with: [{regex: \".*\"}]}\n" + SIMULATED.replace("fruit, text", "fruit, clean: [case], text"),
                "--json");

        assertThat(answered()).isEqualTo(16);
        assertThat(again.json().at("/prompts/0/pooled/groups/0/label").asText()).isEqualTo("mango");
        assertThat(folder.resolve("run").resolve("experiment.yaml")).content().contains("clean:", "- case", "regex:");
    }

    @Test
    void measure_runFolder_isMeasuredAsItsExperimentSays() throws IOException {
        JsonNode run = run("clean: {without: [case]}\n" + SIMULATED, "--json").json();

        for (String path : new String[] {"", "journal.jsonl"}) {
            JsonNode measured = CommandLineRun.of(
                            "measure", folder.resolve("run").resolve(path).toString(), "--json")
                    .json();
            for (int i = 0; i < 2; i++) {
                JsonNode prompt = measured.at("/prompts/" + i);
                JsonNode expected = run.at("/prompts/" + i);
                assertThat(prompt.path("text")).isEqualTo(expected.path("text"));
                assertThat(prompt.at("/pooled/groups/0/label")).isEqualTo(expected.at("/pooled/groups/0/label"));
                assertThat(prompt.at("/pooled/goodness")).isEqualTo(expected.at("/pooled/goodness"));
            }
        }
    }

    @Test
    void measure_runFolderWithOptions_isMeasuredAsTheyState() {
        run(SIMULATED);

        JsonNode measured = CommandLineRun.of(
                        "measure",
                        folder.resolve("run").toString(),
                        "--answer=text",
                        "--same=near-duplicate",
                        "--clean=-case",
                        "--json")
                .json();

        assertThat(measured.at("/prompts/0/grouping").asText()).isEqualTo("near-duplicate");
        assertThat(measured.at("/prompts/0/pooled/groups/0/label").asText()).isEqualTo("Mango");
        assertThat(measured.at("/prompts/1/pooled/goodness").isNull()).isTrue();
    }

    @Test
    void run_ruleThatThereIsNot_isToldBeforeAnythingIsAsked() {
        CommandLineRun run = run("clean: {without: [emojis]}\n" + SIMULATED);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("prompt 'fruit': clean: no cleaning rule \"emojis\"; there are invisible, ")
                .hasLineCount(1);
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void run_withMoreSamples_asksOnlyForThose() throws IOException {
        run(SIMULATED);
        long before = answered();

        CommandLineRun more = run(SIMULATED, "--samples", "5");

        assertThat(more.exitCode()).isZero();
        assertThat(before).isEqualTo(16);
        assertThat(answered()).isEqualTo(20);
    }

    @Test
    void run_modelsNamed_asksThoseAlone() {
        assertThat(run(SIMULATED, "--models", "simulated/b", "--json").json().at("/prompts/0/models"))
                .hasSize(1);
    }

    @Test
    void run_dryRun_sendsAndWritesNothing() {
        CommandLineRun run = run(SIMULATED, "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("16 requests");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void run_missingAnswers_isDoneInPart() throws IOException {
        Files.writeString(folder.resolve("recorded.jsonl"), """
                {"prompt_id": "fruit", "model": "x/y", "text": "Mango"}
                {"prompt_id": "fruit", "model": "x/y", "text": "Apple"}
                """);

        CommandLineRun run = run(RECORDED);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("2 answers, 2 different");
        assertThat(run.err()).contains("x/y").contains("2 of 3");
    }

    @Test
    void run_unreachableAnswers_isNothingDone() throws IOException {
        Files.writeString(
                folder.resolve("recorded.jsonl"), "{\"prompt_id\": \"q\", \"model\": \"m\", \"text\": \"t\"}\n");

        CommandLineRun run = run(RECORDED);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void run_missingKey_namesTheVariableAndLeavesNoTrace() {
        CommandLineRun run = run("models: [openai/gpt-5-mini]\n" + PROMPTS);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("OPENAI_API_KEY").hasLineCount(1);
        assertThat(folder.resolve("run/journal.jsonl")).doesNotExist();
    }

    @Test
    void run_modelWithoutProvider_namesThoseThereAre() {
        CommandLineRun run = run("models: [opnai/gpt-5-mini]\n" + PROMPTS);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("opnai/gpt-5-mini", "openai, replay, simulated")
                .hasLineCount(1);
    }

    @Test
    void run_unknownKey_namesLineColumnAndWhatWasMeant() {
        CommandLineRun run = run(SIMULATED.replace("samples:", "sampels:"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("experiment.yaml:5:1: ", "sampels", "did you mean 'samples'?")
                .hasLineCount(1);
    }

    @Test
    void run_noFile_isOneLine() {
        CommandLineRun run =
                CommandLineRun.of("run", folder.resolve("none.yaml").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("none.yaml").hasLineCount(1);
    }

    @Test
    void run_wrongOptions_areOneLine() {
        assertUsage(run(SIMULATED, "--models", "nonsense"));
        assertUsage(run(SIMULATED, "--samples", "0"));
        assertUsage(run(SIMULATED, "--samples", "many"));
        assertUsage(run(SIMULATED, "--nonsense"));
        assertUsage(CommandLineRun.of("nonsense"));
        assertUsage(CommandLineRun.of("run"));
    }

    @Test
    void report_damagedJournalLine_isNamedSkippedAndCostsNoOther() throws IOException {
        run(SIMULATED);
        Path journal = folder.resolve("run/journal.jsonl");
        String damaged = Files.readString(journal).replaceFirst("\n", "\n{torn in the \u001b[2J middle\n");
        Files.writeString(journal, damaged);

        CommandLineRun report =
                CommandLineRun.of("report", folder.resolve("run").toString());

        assertThat(report.out()).contains("16 answers");
        assertThat(report.err()).contains("journal.jsonl:2: ").doesNotContain("\u001b");
    }

    @Test
    void report_noRunFolder_isOneLine() {
        assertUsage(CommandLineRun.of("report", folder.toString()));
    }

    @Test
    void slop_version_isOneLine() {
        assertThat(CommandLineRun.of("--version").out()).startsWith("slop ").hasLineCount(1);
    }

    private static void assertUsage(CommandLineRun run) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("slop: ").hasLineCount(1).doesNotContain("Exception");
    }

    private long answered() throws IOException {
        return Files.readAllLines(folder.resolve("run/journal.jsonl"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains("\"event\":\"answered\""))
                .count();
    }

    private CommandLineRun run(String experiment, String... options) {
        try {
            Path file = Files.writeString(
                    folder.resolve("experiment.yaml"),
                    experiment,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            String[] args = new String[options.length + 4];
            args[0] = "run";
            args[1] = file.toString();
            args[2] = "--out";
            args[3] = folder.resolve("run").toString();
            System.arraycopy(options, 0, args, 4, options.length);
            return CommandLineRun.of(Map.of(), false, args);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
