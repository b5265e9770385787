package dev.slop.report.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slop.core.AnswerForm;
import dev.slop.core.ConfigurationException;
import dev.slop.core.Expectation;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.Outcome;
import dev.slop.report.input.ReadOptions.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerFilesTest {
    private static final ReadOptions DEFAULTS = ReadOptions.withDefaults();

    @TempDir
    Path folder;

    @Test
    void read_jsonLines_takesPromptIdPromptModelAndText() {
        ReadAnswers read = read("""
                {"source": "post", "prompt_id": "fruit", "prompt": "A fruit?", "model": "a/b", "index": 0, "text": "Mango"}

                {"source": "post", "prompt_id": "fruit", "prompt": "A fruit?", "model": "a/b", "index": 1, "text": "Apple"}
                """);

        assertThat(read.table().prompts())
                .extracting(PromptSpec::id, PromptSpec::text)
                .containsExactly(tuple("fruit", "A fruit?"));
        assertThat(read.table().answers())
                .containsExactly(
                        new Answer("fruit", "a/b", "default", 0, Outcome.ANSWERED, "Mango"),
                        new Answer("fruit", "a/b", "default", 1, Outcome.ANSWERED, "Apple"));
        assertThat(read.taken()).singleElement().asString().contains("'text'", "'model'", "'prompt_id'", "2 answers");
    }

    @Test
    void read_csvOfTheWorld_copesWithMarkBlankHeadersQuotesAndLines() {
        String content = """
                , Model ,PROMPT,,answer
                0,a/b,"He said ""fruit""?",x,Mango

                1,a/b,"He said ""fruit""?",x,"two
                lines, and a comma"
                2,a/c,"He said ""fruit""?",x,
                """;

        ReadAnswers read = read("\uFEFF" + content.replace("\n", "\r\n"));

        assertThat(read.skipped()).isEmpty();
        assertThat(read.table().answers())
                .extracting(Answer::prompt, Answer::model, Answer::index, Answer::text)
                .containsExactly(
                        tuple("He said \"fruit\"?", "a/b", 0, "Mango"),
                        tuple("He said \"fruit\"?", "a/b", 1, "two\r\nlines, and a comma"),
                        tuple("He said \"fruit\"?", "a/c", 0, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void read_otherSeparators_areSeen(String separator) {
        ReadAnswers read = read(String.join(separator, "prompt", "model", "answer") + "\n"
                + String.join(separator, "p", "m", "1,5") + "\n");

        assertThat(read.table().answers()).extracting(Answer::text).containsExactly("1,5");
    }

    @Test
    void read_rowsThatCannotBeRead_areNamedSkippedAndLoseNoOther() {
        Path file = file("""
                prompt,model,answer
                p,m,one
                p,m
                p,m,torn,in two
                p,"m"x,three
                p,,four
                "p
                q",m,five
                p,m,six,,
                p,m,"seven
                p,m,eight
                """);

        ReadAnswers read = AnswerFiles.read(List.of(file), DEFAULTS);

        assertThat(read.table().answers()).extracting(Answer::text).containsExactly("one", "five", "six");
        assertThat(read.skipped())
                .extracting(SkippedRow::toString)
                .satisfiesExactly(
                        row -> assertThat(row).isEqualTo(file + ":3: answer: is missing"),
                        row -> assertThat(row).isEqualTo(file + ":4: row: 4 cells where the header has 3"),
                        row -> assertThat(row).startsWith(file + ":5: row: Unexpected character ('x'"),
                        row -> assertThat(row).isEqualTo(file + ":6: model: is blank"),
                        row -> assertThat(row).startsWith(file + ":10: row: a quote is opened and never closed"));
    }

    @Test
    void read_jsonLinesThatCannotBeRead_areNamedSkippedAndLoseNoOther() {
        Path file = file("""
                {"prompt": "p", "model": "m", "output": "one"}
                {"prompt": "p", "model": "m", "outp
                ["p", "m", "two"]
                {"prompt": "p", "model": "m"}
                {"prompt": "p", "model": "m", "output": null}
                {"prompt": "p", "model": "m", "output": ["three"]}
                {"prompt": "p", "model": "m", "output": 4} {}
                {"prompt": "p", "model": "m", "output": 5}
                """);

        ReadAnswers read = AnswerFiles.read(List.of(file), DEFAULTS);

        assertThat(read.table().answers()).extracting(Answer::text).containsExactly("one", "5");
        assertThat(read.skipped())
                .extracting(SkippedRow::toString)
                .satisfiesExactly(
                        row -> assertThat(row).startsWith(file + ":2: row: not JSON: "),
                        row -> assertThat(row).isEqualTo(file + ":3: row: not a JSON object"),
                        row -> assertThat(row).isEqualTo(file + ":4: output: is missing"),
                        row -> assertThat(row).isEqualTo(file + ":5: output: is null"),
                        row -> assertThat(row).isEqualTo(file + ":6: output: is a list"),
                        row -> assertThat(row).startsWith(file + ":7: row: not JSON: "));
    }

    @Test
    void read_namedColumnThatIsMissing_listsTheColumns() {
        Path csv = file("prompt,model,answer\np,m,x\n");
        Path jsonLines = file("{\"prompt\": \"p\", \"answer\": \"x\"}\n");
        ReadOptions options = DEFAULTS.withFields(Optional.empty(), Optional.empty(), Optional.of("reply"));

        assertRefused(
                csv, options, ": there is no column 'reply' for the answer; the columns are: prompt, model, answer");
        assertRefused(
                jsonLines, options, ": there is no column 'reply' for the answer; the columns are: prompt, answer");
    }

    @Test
    void read_noColumnForTheAnswer_asksForItsName() {
        assertRefused(
                file("a,b\n1,2\n"),
                DEFAULTS,
                ": cannot tell which column holds the answer, name it; the columns are: a, b");
        assertRefused(
                file("{\"a\": 1}"),
                DEFAULTS,
                ": cannot tell which column holds the answer, name it; the columns are: a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n \n\r\n"})
    void read_emptyFile_isRefused(String content) {
        assertRefused(file(content), DEFAULTS, ": is empty");
    }

    @Test
    void read_headerAlone_isRefused() {
        assertRefused(file("prompt,model,answer\n"), DEFAULTS, ": is empty, or has a header alone");
    }

    @Test
    void read_noRowReadable_saysWhyWithTheFirst() {
        assertRefused(file("{\"prompt\": \"p\"\n{\n"), DEFAULTS.withFormat(Format.JSONL), ":1: row: not JSON: ");
    }

    @Test
    void read_whatIsNoFile_isRefused() {
        assertRefused(folder.resolve("none.csv"), DEFAULTS, ": there is no such file");
        assertRefused(folder, DEFAULTS, ": is a folder; name its journal.jsonl");
    }

    @Test
    void read_fileWithoutModelAndPrompt_isOneModelAndOnePrompt() throws IOException {
        Path file = Files.writeString(folder.resolve("my-model.csv"), "answer\nx\ny\n");

        assertThat(AnswerFiles.read(List.of(file), DEFAULTS).table().answers())
                .extracting(Answer::prompt, Answer::model, Answer::index)
                .containsExactly(tuple("all", "my-model", 0), tuple("all", "my-model", 1));
    }

    @Test
    void read_severalFiles_numbersDrawsOn() {
        Path one = file("prompt,model,answer\np,m,x\n");
        Path two = file("{\"prompt\": \"p\", \"model\": \"m\", \"answer\": \"y\"}\n");

        assertThat(AnswerFiles.read(List.of(one, two), DEFAULTS).table().answers())
                .extracting(Answer::index, Answer::text)
                .containsExactly(tuple(0, "x"), tuple(1, "y"));
    }

    @Test
    void read_journal_isKnownByItsContent() {
        Path file = file(
                """
                {"v":1,"event":"run","experiment":"e","slop":"0.1.0","at":"2026-01-01T00:00:00Z"}
                """ + journalled("answered", 0, "Mango") + "{broken in the middle\n" + journalled("refused", 1, "No."));

        ReadAnswers read = AnswerFiles.read(List.of(file), DEFAULTS);

        assertThat(read.table().answers())
                .extracting(Answer::prompt, Answer::model, Answer::index, Answer::outcome, Answer::text)
                .containsExactly(
                        tuple("fruit", "a/b", 0, Outcome.ANSWERED, "Mango"),
                        tuple("fruit", "a/b", 1, Outcome.REFUSED, "No."));
        assertThat(read.skipped()).singleElement().asString().startsWith(file + ":3: row: ");
    }

    @Test
    void read_packedJournal_findsItsExperiment() throws IOException {
        Files.writeString(folder.resolve("experiment.yaml"), """
                models: [a/b]
                prompts: [{id: fruit, text: A fruit, same: near-duplicate}]
                """);
        Path packed = folder.resolve("journal.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(journalled("answered", 0, "Mango").getBytes(StandardCharsets.UTF_8));
        }

        ReadAnswers read = AnswerFiles.read(List.of(packed), DEFAULTS);

        assertThat(read.table().prompts())
                .extracting(PromptSpec::text, prompt -> prompt.grouping().name())
                .containsExactly(tuple("A fruit", "near-duplicate"));
        assertThat(read.taken()).singleElement().asString().endsWith("measured as the experiment beside it says");
    }

    @Test
    void read_answerOfAMegabyte_isWhole() {
        String huge = "x".repeat(1 << 20);

        ReadAnswers read = read("prompt,model,answer\np,m,\"" + huge + "\"\n");

        assertThat(read.table().answers()).extracting(Answer::text).containsExactly(huge);
    }

    @Test
    void read_bytesThatAreNoUtf8_loseNoRow() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "prompt,model,answer\np,m,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(AnswerFiles.read(List.of(file), DEFAULTS).table().answers())
                .extracting(Answer::text)
                .containsExactly("caf\uFFFD");
    }

    @Test
    void read_uniformOverFreeText_isRefused() {
        ReadOptions options = DEFAULTS.measuring(
                Optional.of(new AnswerForm.FreeText()), Optional.empty(), Optional.of(new Expectation.Uniform()));

        assertThatThrownBy(() -> AnswerFiles.read(List.of(file("answer\nx\n")), options))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("needs an answer form with a range");
    }

    private static String journalled(String event, int index, String text) {
        return "{\"v\":1,\"event\":\"" + event + "\",\"key\":\"k" + index
                + "\",\"model\":\"a/b\",\"prompt\":\"fruit\",\"variant\":\"default\",\"index\":" + index
                + ",\"attempt\":1,\"at\":\"2026-01-01T00:00:00Z\",\"text\":\"" + text + "\",\"latencyMs\":3}\n";
    }

    private static void assertRefused(Path file, ReadOptions options, String message) {
        assertThatThrownBy(() -> AnswerFiles.read(List.of(file), options))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file + message)
                .hasMessageNotContaining("\n");
    }

    private ReadAnswers read(String content) {
        return AnswerFiles.read(List.of(file(content)), DEFAULTS);
    }

    private Path file(String content) {
        try {
            return Files.writeString(Files.createTempFile(folder, "answers", ".dat"), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
