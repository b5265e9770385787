package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several ways of asking, and sampling until it is enough, from the file to the report. */
final class VariantsRunTest {
    private static final String VARIANTS = """
            name: ways
            models: [x/y, x/z]
            samples: 6
            prompts:
              - {id: fruit, text: A fruit}
              - {id: colour, text: A colour}
            variants:
              - {id: plain}
              - {id: list, ask: list-then-pick, count: 3}
              - {id: said, ask: verbalized, count: 2}
            providers:
              x: {type: replay, file: recorded.jsonl}
            """;

    private static final String UNTIL = """
            name: enough
            models: [simulated/a, simulated/b]
            until: {coverage: 0.9, max-samples: 100}
            prompts: [{id: fruit, text: A fruit}, {id: coin, text: Toss, samples: 4}]
            providers:
              simulated: {answers.fruit: "Mango=9,Apple=1", answers.coin: "heads=1,tails=1"}
            """;

    @TempDir
    Path folder;

    private CommandLineRun run(String experiment, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), experiment);
        List<String> args = new ArrayList<>(List.of("run", file.toString(), "--out", out().toString()));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("run");
    }

    private void record() throws IOException {
        StringBuilder rows = new StringBuilder();
        String[] texts = {"1. Mango\n2. Kiwi\n3. Fig", "Sorry, I cannot make lists."};
        for (String model : new String[] {"x/y", "x/z"}) {
            for (String prompt : new String[] {"fruit", "colour"}) {
                for (int i = 0; i < 6; i++) {
                    row(rows, model, prompt, "plain", i, "Mango");
                    row(rows, model, prompt, "list", i, texts[i == 5 ? 1 : 0]);
                    row(rows, model, prompt, "said", i, """
                            <response><text>Mango</text><probability>0.6</probability></response>
                            <response><text>Plum %d</text><probability>0.4</probability></response>""".formatted(i));
                }
            }
        }
        Files.writeString(folder.resolve("recorded.jsonl"), rows);
    }

    private static void row(StringBuilder rows, String model, String prompt, String variant, int index, String text) {
        rows.append(new JsonMapper()
                        .createObjectNode()
                        .put("prompt_id", prompt)
                        .put("model", model)
                        .put("variant", variant)
                        .put("index", index)
                        .put("text", text))
                .append('\n');
    }

    @Test
    void run_variants_asksEachPromptInEachAndComparesThem() throws IOException {
        record();

        CommandLineRun run = run(VARIANTS);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 prompts · 2 models · 3 ways of asking · 72 answers");
        assertThat(run.out()).contains("Which way of asking lowers sameness", "plain", "list", "said", "no list found");
        JsonNode analysis =
                new JsonMapper().readTree(out().resolve("analysis.json").toFile());
        JsonNode variants = analysis.path("variants");
        assertThat(variants).hasSize(3 * (1 + 2));
        assertThat(variants.at("/0/variant").asText()).isEqualTo("plain");
        assertThat(variants.at("/0/model").isNull()).isTrue();
        assertThat(variants.at("/0/topShare/mean/value").asDouble()).isEqualTo(1);
        assertThat(variants.at("/0/topShare/difference/value").isNull()).isTrue();
        assertThat(variants.at("/1/topShare/difference/value").asDouble()).isNegative();
        assertThat(variants.at("/1/topShare/pValue/adjusted").asDouble()).isBetween(0.5, 1.0);
        assertThat(variants.at("/1/n").asInt())
                .as("one reply of six holds no list")
                .isEqualTo(20);
        assertThat(Files.readString(out().resolve("report.html")))
                .contains("Ways of asking", "<dt>ways of asking</dt><dd>3</dd>");
        assertThat(Files.readString(out().resolve("answers.csv"))).contains("unparsed", "Sorry, I cannot make lists.");
        assertThat(Files.readString(out().resolve("experiment.yaml"))).contains("ask: list-then-pick");
    }

    @Test
    void run_variantsAgain_asksNothingAndSaysTheSame() throws IOException {
        record();
        CommandLineRun first = run(VARIANTS);
        Files.delete(folder.resolve("recorded.jsonl"));

        CommandLineRun again = run(VARIANTS);

        assertThat(again.err()).contains("all 72 samples are in");
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(CommandLineRun.of("report", out().toString()).out()).isEqualTo(first.out());
    }

    @Test
    void measure_aJournalWithVariants_drawsTheSameAnswers() throws IOException {
        record();
        JsonNode run = run(VARIANTS, "--json").json();

        JsonNode measured = CommandLineRun.of(
                        "measure", out().resolve("journal.jsonl").toString(), "--json")
                .json();

        assertThat(measured.at("/prompts")).hasSize(2);
        assertThat(names(measured)).isEqualTo(names(run));
        assertThat(measured.at("/variants")).hasSize(9);
    }

    private static List<String> names(JsonNode analysis) {
        List<String> names = new ArrayList<>();
        analysis.path("prompts")
                .forEach(prompt -> prompt.path("models")
                        .forEach(model -> names.add(prompt.path("id").asText()
                                + model.path("model")
                                + model.path("outcomes")
                                + model.path("groups"))));
        names.sort(null);
        return names;
    }

    @Test
    void run_dryRunWithVariants_countsThem() throws IOException {
        assertThat(run(VARIANTS, "--dry-run").out()).contains("72 of 72 requests");
        CommandLineRun until = run(UNTIL, "--dry-run");
        assertThat(until.out()).contains("208 of 208 requests");
        assertThat(until.err()).contains("these are the most");
    }

    @Test
    void run_dryRunOfAStoppedRun_hasNothingToAsk() throws IOException {
        run(UNTIL);

        assertThat(run(UNTIL, "--dry-run").out()).contains("0 of 48 requests");
    }

    @Test
    void run_until_stopsEarlyAndSaysSo() throws IOException {
        CommandLineRun run = run(UNTIL);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("asking for 208 of 208 samples at most");
        assertThat(run.out()).contains("Stopped early", "stopped by rule at n = 20: coverage ≥ 0.9");
        JsonNode stopped = new JsonMapper()
                .readTree(out().resolve("analysis.json").toFile())
                .path("stopped");
        assertThat(stopped).hasSize(2);
        assertThat(stopped.at("/0/draws").asInt()).isEqualTo(20);
        assertThat(stopped.at("/0/reason").asText()).isEqualTo("coverage ≥ 0.9");
        assertThat(Files.readString(out().resolve("report.html"))).contains("stopped by rule at n = 20");
        assertThat(answered()).isEqualTo(2 * 20 + 2 * 4);
    }

    @Test
    void run_untilAgain_isDone() throws IOException {
        CommandLineRun first = run(UNTIL);

        CommandLineRun again = run(UNTIL);

        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("all 48 samples are in");
        assertThat(again.out()).isEqualTo(first.out());
    }

    @Test
    void run_untilCutOff_endsWhereTheWholeRunEnded() throws IOException {
        run(UNTIL);
        List<String> whole = Files.readAllLines(out().resolve("journal.jsonl"));
        for (int kept : new int[] {1, 13, 30, 77, whole.size() - 1}) {
            Files.write(out().resolve("journal.jsonl"), whole.subList(0, kept), StandardOpenOption.TRUNCATE_EXISTING);

            assertThat(run(UNTIL).exitCode()).isZero();

            assertThat(answered()).as("cut after %d lines", kept).isEqualTo(48);
        }
    }

    private long answered() throws IOException {
        try (var lines = Files.lines(out().resolve("journal.jsonl"))) {
            return lines.filter(line -> line.contains("\"event\":\"answered\"")).count();
        }
    }
}
