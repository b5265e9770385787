package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dry runs, budgets and what the report says of money. */
class CostsTest {
    private static final String ASKED = """
            samples: 4
            parameters: {max-output-tokens: 20}
            prompts:
              - {id: fruit, text: A fruit}
            """;
    private static final String UNKNOWN = "name: test\nmodels: [openai/made-up, anthropic/claude-haiku-4-5]\n" + ASKED;
    private static final String SIMULATED =
            "name: test\nmodels: [simulated/a]\nproviders: {simulated: {answers.fruit: \"Mango=9,Apple=1\"}}\n" + ASKED;

    @TempDir
    Path folder;

    @Test
    void dryRun_priceUnknown_isSaidToBeUnknown() throws IOException {
        CommandLineRun run = run(UNKNOWN, "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("8 of 8 requests to send", "openai/made-up: price unknown", "claude-haiku-4-5")
                .containsPattern("total .*unknown");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void dryRun_asJson_holdsTheSameNumbers() throws IOException {
        CommandLineRun run = run(UNKNOWN, "--dry-run", "--json");

        assertThat(run.json().at("/schema").asText()).isEqualTo("slop.estimate/1");
        assertThat(run.json().at("/missing").asInt()).isEqualTo(8);
        assertThat(run.json().at("/models/0/usd/expected").isNumber()).isTrue();
        assertThat(run.json().at("/models/0/price/date").asText()).isEqualTo("2026-07-29");
        assertThat(run.json().at("/models/1/usd/expected").isNull()).isTrue();
        assertThat(run.json().at("/total/usd/high").isNull()).isTrue();
    }

    @Test
    void dollarBudget_priceUnknown_asksForItBeforeKeysOrTraces() throws IOException {
        CommandLineRun run = run(UNKNOWN + "budget: {usd: 2}\n");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("price of openai/made-up", "--prices FILE")
                .hasLineCount(1);
        assertThat(folder.resolve("run/journal.jsonl")).doesNotExist();
    }

    @Test
    void prices_stated_countBeforeWhatSlopKnowsAndGoIntoTheFolder() throws IOException {
        Path prices = Files.writeString(
                folder.resolve("mine.yaml"), "- {model: simulated/*, input: 1000, output: 2000, date: 2026-01-31}\n");

        CommandLineRun run = run(SIMULATED, "--prices", prices.toString());
        CommandLineRun again = CommandLineRun.of("report", folder.resolve("run").toString());

        assertThat(run.out())
                .contains("What it cost", "mine.yaml, as of 2026-01-31")
                .containsPattern("a +4 .*\\$");
        assertThat(again.out()).contains("What it cost").containsPattern("a +4 .*\\$");
        assertThat(folder.resolve("run/prices.yaml")).exists();
        assertThat(folder.resolve("run/report.html")).content().contains("What it cost");
    }

    @Test
    void prices_notStated_localProvidersAreFree() throws IOException {
        assertThat(run(SIMULATED).out()).contains("simulated/a: free").doesNotContain("What it cost");
    }

    @Test
    void prices_wrongRow_isNamed() throws IOException {
        Path prices = Files.writeString(folder.resolve("mine.yaml"), "- {model: a/b, input: 1}\n");

        CommandLineRun run = run(SIMULATED, "--prices", prices.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("mine.yaml:1:3: 'output' is missing").hasLineCount(1);
    }

    @Test
    void budget_isForTheFolder_notForEachRun() throws IOException {
        String three = SIMULATED + "budget: {requests: 3}\n";

        assertThat(run(three).exitCode()).isEqualTo(3);
        CommandLineRun again = run(three);

        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("3 of 3 requests");
        assertThat(answered()).isEqualTo(3);
        assertThat(run(three, "--dry-run").out())
                .contains("1 of 4 requests to send")
                .containsPattern("spent\\s+so\\s+far");
    }

    private long answered() throws IOException {
        try (var lines = Files.lines(folder.resolve("run/journal.jsonl"))) {
            return lines.filter(line -> line.contains("\"answered\"")).count();
        }
    }

    private CommandLineRun run(String experiment, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), experiment);
        List<String> args = new ArrayList<>(
                List.of("run", file.toString(), "--out", folder.resolve("run").toString()));
        args.addAll(List.of(options));
        return CommandLineRun.of(args.toArray(String[]::new));
    }
}
