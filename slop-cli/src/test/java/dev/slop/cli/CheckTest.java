package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate, on two models of which one has 0.9 [0.8, 0.95] and the other 0.5 [0.3, 0.7]. */
final class CheckTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeAnalysis() throws IOException {
        file = Files.writeString(folder.resolve("analysis.json"), """
                {"schema": "slop.analysis/1", "prompts": [{"id": "joke", "models": [
                  {"model": "a", "distinct": 3, "topShare": {"value": 0.9, "lower": 0.8, "upper": 0.95},
                   "chao1": {"value": 4, "lower": 3, "upper": null}},
                  {"model": "b", "distinct": 5, "topShare": {"value": 0.5, "lower": 0.3, "upper": 0.7},
                   "chao1": {"value": null, "reason": "no answers"}}],
                  "pooled": {"distinct": 6},
                  "pairs": [{"a": "a", "b": "b", "jaccard": {"value": 0.4, "lower": 0.2, "upper": 0.6}}]}],
                 "overall": {"models": [{"model": "a", "topShare": {"value": 0.9, "lower": 0.8, "upper": 0.95}}]}}
                """);
    }

    // Broken or kept only where the whole interval lies on one side of the limit.
    @ParameterizedTest
    @CsvSource({
        "--max, topShare=0.96, 0, 2 kept, 0 undecided, 0 broken",
        "--max, topShare=0.75, 1, 1 kept, 0 undecided, 1 broken",
        "--max, topShare=0.6, 1, 0 kept, 1 undecided, 1 broken",
        "--max, topShare=0.9, 0, 1 kept, 1 undecided, 0 broken",
        "--min, topShare=0.3, 0, 2 kept, 0 undecided, 0 broken",
        "--min, topShare=0.75, 1, 1 kept, 0 undecided, 1 broken",
        "--min, distinct=4, 1, 1 kept, 0 undecided, 1 broken",
        "--max, pooled.distinct=6, 0, 1 kept, 0 undecided, 0 broken",
        "--max, pairs.jaccard=0.1, 1, 0 kept, 0 undecided, 1 broken",
        "--max, overall.models.topShare=0.5, 1, 0 kept, 0 undecided, 1 broken",
        "--max, chao1=100, 0, 0 kept, 2 undecided, 0 broken"
    })
    void check_threshold_isJudgedOnTheInterval(
            String option, String threshold, int exitCode, String kept, String undecided, String broken) {
        CommandLineRun run = CommandLineRun.of("check", folder.toString(), option, threshold);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).endsWith(kept + ", " + undecided + ", " + broken + System.lineSeparator());
    }

    @Test
    void check_strict_doesNotLetTheUndecidedPass() {
        assertThat(CommandLineRun.of("check", file.toString(), "--max", "pairs.jaccard=0.5", "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void check_shortOptions_meanTheirMetrics() {
        CommandLineRun run = CommandLineRun.of(
                "check", file.toString(), "--max-top-share", "0.5", "--min-distinct", "1", "--max-jaccard", "0.9");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("broken: joke · a: topShare is 0.9 [0.8, 0.95], asked is topShare <= 0.5");
    }

    @Test
    void check_junit_holdsATestForEachNumber() throws IOException {
        Path xml = folder.resolve("gate.xml");

        CommandLineRun.of("check", file.toString(), "--max", "topShare=0.6", "--junit", xml.toString());

        assertThat(xml)
                .content()
                .contains(
                        "<testsuite name=\"slop check\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\">",
                        "<testcase classname=\"joke · a\" name=\"topShare &lt;= 0.6\"><failure message=",
                        "<testcase classname=\"joke · b\" name=\"topShare &lt;= 0.6\"><skipped message=");
    }

    @Test
    void check_json_holdsEveryVerdict() {
        CommandLineRun run = CommandLineRun.of("check", file.toString(), "--max", "topShare=0.6", "--json");

        assertThat(run.json()).hasSize(2);
        assertThat(run.json().get(0).path("verdict").asText()).isEqualTo("broken");
        assertThat(run.json().get(1).path("passes").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"topShare", "=1", "topShare=x", "topShare=NaN", "topshare=0.5"})
    void check_thresholdThatSaysNothing_isRefused(String threshold) {
        CommandLineRun run = CommandLineRun.of("check", file.toString(), "--max", threshold);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("topShare");
    }

    @Test
    void check_withoutThresholds_isRefused() {
        assertThat(CommandLineRun.of("check", file.toString()).exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[", "", "{\"schema\": \"other\"}"})
    void check_fileThatIsNoAnalysis_isRefused(String text) throws IOException {
        Files.writeString(file, text);

        CommandLineRun run = CommandLineRun.of("check", file.toString(), "--max", "topShare=1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("analysis.json: is no").hasLineCount(1);
    }
}
