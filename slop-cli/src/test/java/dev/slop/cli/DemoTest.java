package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way, from the experiment to the report, on answers that were really given. */
final class DemoTest {
    private static final String CLAUDE = "anthropic/claude-haiku-4-5-20251001";
    private static final String GEMINI = "gemini/gemini-2.5-flash";
    private static final String GPT = "openai/gpt-5-mini";

    @TempDir
    static Path folder;

    private static CommandLineRun demo;

    @BeforeAll
    static void runDemo() {
        demo = CommandLineRun.of("demo", "--json", "--out", folder.toString());
    }

    @Test
    void demo_json_isAllThatStandsOnStandardOutput() throws IOException {
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.json().path("schema").asText()).isEqualTo("slop.analysis/1");
        assertThat(folder.resolve("analysis.json")).hasContent(demo.out());
    }

    // The recorded answers of the "Different Models, Same Slop?" experiment, counted by hand.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "joke, 9, 2, 8;1",
                "fruit, 15, 2, mango=10;apple=5",
                "colour, 15, 5, teal=7;blue=4;turquoise=2;magenta=1;red=1",
                "number, 150, 18, 42=59;73=33"
            })
    void demo_pooledAnswers_areThoseCountedByHand(String prompt, int answers, int distinct, String top) {
        JsonNode pooled = prompt(prompt).path("pooled");

        assertThat(pooled.path("n").asInt()).isEqualTo(answers);
        assertThat(pooled.path("distinct").asInt()).isEqualTo(distinct);
        int group = 0;
        for (String expected : List.of(top.split(";", -1))) {
            JsonNode node = pooled.path("groups").path(group);
            String found = node.path("count").asText();
            assertThat(expected.contains("=") ? node.path("label").asText() + "=" + found : found)
                    .isEqualTo(expected);
            group++;
        }
    }

    // scipy.stats.entropy(counts, base=2) and scipy.stats.chisquare over the 100 cells.
    @ParameterizedTest
    @CsvSource({
        CLAUDE + ", 2, 0.141440542541821, 4754",
        GPT + ", 13, 2.95560158279904, 958",
        GEMINI + ", 9, 2.78354455464635, 802"
    })
    void demo_numbers_haveTheReferenceEntropyAndChiSquare(String model, int distinct, double bits, double chiSquare) {
        JsonNode node = model(prompt("number"), model);

        assertThat(node.path("distinct").asInt()).isEqualTo(distinct);
        assertThat(node.at("/entropyBits/plugIn/value").asDouble()).isCloseTo(bits, within(1e-13));
        assertThat(node.at("/goodness/chiSquare/statistic").asDouble()).isCloseTo(chiSquare, within(1e-9));
        assertThat(node.at("/goodness/chiSquare/pValue").asDouble()).isLessThan(0.001);
    }

    @Test
    void demo_numbers_haveTheReferenceJaccard() {
        Map<String, Double> jaccard = new TreeMap<>();
        prompt("number")
                .path("pairs")
                .forEach(pair -> jaccard.put(
                        pair.path("a").asText().charAt(0) + "-"
                                + pair.path("b").asText().charAt(0),
                        pair.at("/jaccard/value").asDouble()));

        assertThat(jaccard)
                .containsOnly(Map.entry("a-o", 1 / 14.0), Map.entry("a-g", 1 / 10.0), Map.entry("g-o", 4 / 18.0));
    }

    @Test
    void demo_again_asksNothingAndSaysTheSame() throws IOException {
        byte[] journal = Files.readAllBytes(folder.resolve("journal.jsonl"));

        CommandLineRun again = CommandLineRun.of("demo", "--json", "--out", folder.toString());

        assertThat(again.out()).isEqualTo(demo.out());
        assertThat(folder.resolve("journal.jsonl")).hasBinaryContent(journal);
    }

    @Test
    void report_ofTheFolder_saysTheSame() {
        CommandLineRun report = CommandLineRun.of("report", "--json", folder.toString());

        assertThat(report.exitCode()).isZero();
        assertThat(report.out()).isEqualTo(demo.out());
    }

    @Test
    void report_forAPerson_endsWithWhatWasFound() {
        assertThat(CommandLineRun.of("report", folder.toString()).out())
                .contains("All models together", "10× mango, 5× apple", "uniform over 1..100? no", "What was found");
    }

    private static JsonNode prompt(String id) {
        for (JsonNode prompt : demo.json().path("prompts")) {
            if (prompt.path("id").asText().equals(id)) {
                return prompt;
            }
        }
        throw new AssertionError("no prompt " + id);
    }

    private static JsonNode model(JsonNode prompt, String name) {
        for (JsonNode model : prompt.path("models")) {
            if (model.path("model").asText().equals(name)) {
                return model;
            }
        }
        throw new AssertionError("no model " + name);
    }
}
