package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MeasureTest {
    @TempDir
    Path folder;

    @Test
    void measure_integers_areReadAndTested() {
        CommandLineRun run = measure(
                "prompt,model,answer\np,m,**3**\np,m,Three\np,m,3.\np,m,7\n",
                "--answer",
                "integer:1:6",
                "--expect",
                "uniform",
                "--json");

        JsonNode model = run.json().at("/prompts/0/models/0");
        assertThat(run.exitCode()).isZero();
        assertThat(model.at("/outcomes/outOfRange").asInt()).isEqualTo(1);
        assertThat(model.path("distinct").asInt()).isEqualTo(1);
        assertThat(model.at("/goodness/target").asText()).contains("1..6");
    }

    @Test
    void measure_rowsThatCannotBeRead_areNamedAndTheRestIsMeasured() {
        CommandLineRun run = measure("prompt,model,answer\np,m,x\np,m\np,m,y\n", "--quiet");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("2 answers, 2 different");
        assertThat(run.err()).contains("answers.dat:3: answer: is missing").hasLineCount(2);
    }

    @Test
    void measure_manyBadRows_areNotAllNamed() {
        CommandLineRun run = measure("prompt,model,answer\np,m,x\n" + "p,m\n".repeat(1000), "--quiet");

        assertThat(run.err()).hasLineCount(21).contains("1000 rows");
    }

    @Test
    void measure_columnThatIsMissing_listsTheColumns() {
        CommandLineRun run = measure("a,b\n1,2\n", "--answer-field", "c");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no column 'c'", "a, b").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void measure_emptyFile_isOneLine() {
        CommandLineRun run = measure("");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("answers.dat: is empty").hasLineCount(1);
    }

    @Test
    void measure_hostileAnswers_reachNoTerminalAndNoSpreadsheet() throws IOException {
        CommandLineRun run = measure(
                "prompt,model,answer\np,m,\"\u001b]0;owned\u0007\u202e=cmd\"\np,m,\"=cmd|'/c calc'!A1\"\n",
                "--out",
                folder.resolve("out").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out() + run.err()).doesNotContain("\u001b", "\u0007", "\u202e");
        assertThat(Files.readString(folder.resolve("out/answers.csv"))).contains(",'=cmd|'/c calc'!A1,");
    }

    @Test
    void measure_answersOf200000Characters_areMeasured() {
        String huge = "lorem ipsum ".repeat(17_000);

        CommandLineRun run = measure(
                "prompt,model,answer\np,m,a" + huge + "\np,m,b" + huge + "\np,n,b" + huge + "\n",
                "--same",
                "near-duplicate");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void measure_onATerminal_isColouredUnlessNoColorIsSet() throws IOException {
        String file =
                Files.writeString(folder.resolve("a.csv"), "answer\nx\ny\n").toString();

        assertThat(CommandLineRun.of(Map.of("LANG", "C.UTF-8"), true, "measure", file)
                        .out())
                .contains("\u001b[1m");
        assertThat(CommandLineRun.of(Map.of("LANG", "C.UTF-8", "NO_COLOR", "1"), true, "measure", file)
                        .out())
                .doesNotContain("\u001b");
        assertThat(CommandLineRun.of("measure", file).out()).doesNotContain("\u001b");
    }

    @Test
    void measure_journal_needsNoFormat() {
        CommandLineRun run = measure("""
                {"v":1,"event":"answered","key":"k","model":"a/b","prompt":"fruit","variant":"default","index":0,\
                "attempt":1,"at":"2026-01-01T00:00:00Z","text":"Mango","latencyMs":3}
                """);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("a/b", "mango");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--answer=integer",
                "--answer=integer:6:1",
                "--answer=choice:",
                "--same=alike",
                "--expect=normal",
                "--expect=uniform",
                "--format=xml",
                "--seed=x"
            })
    void measure_wrongOption_isOneLine(String option) {
        CommandLineRun run = measure("answer\nx\n", option);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("slop: ")
                .hasLineCount(1)
                .contains("--")
                .doesNotContain("Exception");
    }

    @Test
    void measure_explain_showsWhatEachRuleDid() {
        CommandLineRun run = measure(
                "prompt,model,answer\np,m,**Forty-Two**!\np,m,none\n", "--answer", "integer:1:100", "--explain");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "rules: invisible,",
                        "sent           **Forty-Two**!",
                        "markdown       Forty-Two!",
                        "number         42")
                .contains("not measured: out of range");
    }

    @Test
    void measure_clean_changesTheRulesThatExplainShows() {
        CommandLineRun run = measure(
                "prompt,model,answer\np,m,Answer: Mango\n",
                "--clean",
                "-emoji,+first-line",
                "--clean",
                "+regex=Answer: (.{1,9})",
                "--explain");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("unicode, regex, markdown", "closing-offer, first-line, case", "regex Mango")
                .doesNotContain("emoji");
    }

    @Test
    void measure_cleanByAList_isThatList() {
        CommandLineRun run = measure("prompt,model,answer\np,m,x\n", "--clean", "case,quotes", "--explain");

        assertThat(run.out()).contains("rules: case, quotes\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -emojis    | no cleaning rule "emojis"
        +regex     | "regex" needs a setting
        -case,dashes | either every rule has a sign
        """)
    void measure_cleanThatIsNone_saysWhy(String clean, String problem) {
        CommandLineRun run = measure("prompt,model,answer\np,m,x\n", "--clean", clean, "--quiet");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(problem).hasLineCount(1);
    }

    @Test
    void measure_standardInput_isReadForADash() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("Mango\nMango\nApple\n".getBytes(StandardCharsets.UTF_8)));
        try {
            CommandLineRun run = CommandLineRun.of("measure", "-", "--model", "gpt");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("gpt", "3 answers, 2 different");
            assertThat(run.err()).contains("standard input: text, 3 answers");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void measure_formatThatIsNotKnown_namesThoseThatAre() {
        CommandLineRun run = measure("Mango\n", "--format", "xml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("'xml'", "noveltybench, verbalized-sampling")
                .hasLineCount(1);
    }

    private CommandLineRun measure(String content, String... options) {
        try {
            Path file = Files.writeString(folder.resolve("answers.dat"), content);
            String[] args = new String[options.length + 2];
            args[0] = "measure";
            args[1] = file.toString();
            System.arraycopy(options, 0, args, 2, options.length);
            return CommandLineRun.of(args);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
