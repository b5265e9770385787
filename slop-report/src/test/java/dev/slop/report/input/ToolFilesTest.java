package dev.slop.report.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slop.core.ConfigurationException;
import dev.slop.core.SameAnswer;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.Outcome;
import dev.slop.report.embedding.ExperimentEmbedder;
import dev.slop.report.input.ReadOptions.Format;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in the shapes that the other tools' own sources write. */
final class ToolFilesTest {
    @TempDir
    Path folder;

    @Test
    void read_noveltyBench_takesEachGeneration() {
        ReadAnswers read = read("""
                {"id": "curated-1", "prompt": "A fruit?", "model": "g/b", "generations": ["Mango", "Apple"], "partition": [0, 1], "distinct": 1}
                {"id": "curated-2", "prompt": "A word?", "model": "g/b", "generations": ["Sky"]}
                """);

        assertThat(read.taken()).singleElement().asString().contains("noveltybench, 3 answers");
        assertThat(read.table().prompts())
                .extracting(PromptSpec::id, PromptSpec::text)
                .containsExactly(tuple("curated-1", "A fruit?"), tuple("curated-2", "A word?"));
        assertThat(read.table().answers())
                .extracting(Answer::model, Answer::index, Answer::text)
                .containsExactly(tuple("g/b", 0, "Mango"), tuple("g/b", 1, "Apple"), tuple("g/b", 0, "Sky"));
    }

    @Test
    void read_verbalizedSampling_takesEachResponseOfTheNamedModel() {
        ReadAnswers read = AnswerFiles.read(
                List.of(
                        file(
                                "{\"prompt\": \"p\", \"responses\": [{\"text\": \"a\", \"probability\": 0.7}, {\"text\": \"b\"}]}\n")),
                ReadOptions.withDefaults().withModel(Optional.of("gpt")));

        assertThat(read.table().answers())
                .extracting(Answer::model, Answer::text)
                .containsExactly(tuple("gpt", "a"), tuple("gpt", "b"));
    }

    @Test
    void read_promptfoo_leavesOutCachedRepliesAndKeepsFailures() {
        ReadAnswers read = read("""
                {"evalId": "eval-1", "results": {"version": 3, "prompts": [{"raw": "q"}], "results": [
                  {"prompt": {"raw": "q"}, "provider": {"id": "openai:a", "label": ""}, "response": {"output": "x", "cached": false, "finishReason": "stop"}, "success": true},
                  {"prompt": {"raw": "q"}, "provider": {"id": "openai:a", "label": "mine"}, "response": {"output": {"k": 1}}},
                  {"prompt": {"raw": "q"}, "provider": {"id": "openai:a"}, "response": {"output": "x", "cached": true}},
                  {"prompt": {"raw": "q"}, "provider": {"id": "openai:a"}, "response": {"output": "cut", "finishReason": "length"}},
                  {"prompt": {"raw": "q"}, "provider": {"id": "openai:a"}, "error": "API error: 500", "failureReason": 2},
                  {"prompt": {"raw": "q"}, "provider": {"id": "openai:a"}}
                ], "stats": {}}, "config": {}}
                """);

        assertThat(read.taken())
                .singleElement()
                .asString()
                .contains("promptfoo, 4 answers", "1 replies from its cache left out");
        assertThat(read.table().answers())
                .extracting(Answer::model, Answer::outcome, Answer::text)
                .containsExactly(
                        tuple("openai:a", Outcome.ANSWERED, "x"),
                        tuple("mine", Outcome.ANSWERED, "{\"k\":1}"),
                        tuple("openai:a", Outcome.TRUNCATED, "cut"),
                        tuple("openai:a", Outcome.FAILED, ""));
        assertThat(read.skipped()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(7);
            assertThat(row.field()).isEqualTo("response.output");
        });
    }

    @Test
    void read_datBench_letsTheNewestRowOfARunWin() {
        ReadAnswers read = read("""
                {"run_id": "1", "model_id": "m", "prompt_id": "p", "temperature": 0.7, "replicate": 0, "response_text": null, "error": "timeout"}
                {"run_id": "2", "model_id": "m", "prompt_id": "p", "temperature": 0.7, "replicate": 1, "response_text": "b", "finish_reason": "stop", "error": null}
                {"run_id": "1", "model_id": "m", "prompt_id": "p", "temperature": 0.7, "replicate": 0, "response_text": "a", "finish_reason": "stop", "error": null}
                """);

        assertThat(read.table().answers())
                .extracting(Answer::variant, Answer::outcome, Answer::text)
                .containsExactly(
                        tuple("temperature 0.7", Outcome.ANSWERED, "a"),
                        tuple("temperature 0.7", Outcome.ANSWERED, "b"));
    }

    @Test
    void read_lmEvaluationHarness_flattensItsLists() {
        ReadAnswers read = read("""
                {"doc_id": 3, "doc": {"q": 1}, "target": "x", "arguments": {"gen_args_0": {"arg_0": "Tell", "arg_1": {}}}, "resps": [["one", "two"]], "filtered_resps": ["one"]}
                {"doc_id": 4, "arguments": [["Ask", {}]], "resps": [["three"]]}
                """);

        assertThat(read.table().prompts())
                .extracting(PromptSpec::id, PromptSpec::text)
                .containsExactly(tuple("3", "Tell"), tuple("4", "Ask"));
        assertThat(read.table().answers()).extracting(Answer::text).containsExactly("one", "two", "three");
    }

    @Test
    void read_inspectLog_takesModelStopReasonAndParts() {
        ReadAnswers read = read("""
                {
                  "version": 2,
                  "status": "success",
                  "eval": {"task": "t", "model": "openai/gpt", "config": {"epochs": 2}},
                  "samples": [
                    {"id": 1, "epoch": 1, "input": "Say a fruit", "output": {"choices": [{"message": {"role": "assistant", "content": "Mango"}, "stop_reason": "stop"}]}},
                    {"id": 1, "epoch": 2, "input": [{"role": "user", "content": "Say a fruit"}], "output": {"model": "gpt-1", "choices": [{"message": {"content": [{"type": "text", "text": "App"}, {"type": "text", "text": "le"}]}, "stop_reason": "max_tokens"}]}},
                    {"id": 2, "epoch": 1, "input": "x", "error": {"message": "boom"}}
                  ]
                }
                """);

        assertThat(read.table().answers())
                .extracting(Answer::prompt, Answer::model, Answer::outcome, Answer::text)
                .containsExactly(
                        tuple("1", "openai/gpt", Outcome.ANSWERED, "Mango"),
                        tuple("1", "gpt-1", Outcome.TRUNCATED, "Apple"),
                        tuple("2", "openai/gpt", Outcome.FAILED, ""));
    }

    @Test
    void read_openAiBatch_readsBothApisAndErrors() {
        ReadAnswers read = read("""
                {"id": "b1", "custom_id": "p1", "response": {"status_code": 200, "body": {"model": "gpt", "choices": [{"message": {"content": "Mango", "refusal": null}, "finish_reason": "stop"}]}}, "error": null}
                {"id": "b2", "custom_id": "p2", "response": {"status_code": 200, "body": {"model": "gpt", "output": [{"type": "reasoning", "summary": []}, {"type": "message", "content": [{"type": "output_text", "text": "Apple"}]}]}}, "error": null}
                {"id": "b3", "custom_id": "p3", "response": {"status_code": 200, "body": {"model": "gpt", "choices": [{"message": {"content": null, "refusal": "I can't"}, "finish_reason": "stop"}]}}, "error": null}
                {"id": "b4", "custom_id": "p4", "response": {"status_code": 400, "body": {"error": {}}}, "error": null}
                """);

        assertThat(read.table().answers())
                .extracting(Answer::prompt, Answer::outcome, Answer::text)
                .containsExactly(
                        tuple("p1", Outcome.ANSWERED, "Mango"),
                        tuple("p2", Outcome.ANSWERED, "Apple"),
                        tuple("p3", Outcome.REFUSED, "I can't"),
                        tuple("p4", Outcome.FAILED, ""));
    }

    @Test
    void read_slopScore_takesTheModelFromItsName() {
        ReadAnswers read = read(
                "{\"org/model\": {\"samples\": [{\"prompt_index\": 0, \"prompt\": \"Write\", \"output\": \"Once\"}]}}");

        assertThat(read.table().answers())
                .extracting(Answer::prompt, Answer::model, Answer::text)
                .containsExactly(tuple("0", "org/model", "Once"));
        assertThat(read.taken()).singleElement().asString().contains("slop-score");
    }

    @Test
    void read_llmRandom_takesModelAndTemperatureFromNames() {
        ReadAnswers read = read("{\n\"gpt-4,0.5,1\": \"42\",\n\"gpt-4,0.5,2\": \"37\"\n}");

        assertThat(read.table().answers())
                .extracting(Answer::model, Answer::variant, Answer::text)
                .containsExactly(tuple("gpt-4", "temperature 0.5", "42"), tuple("gpt-4", "temperature 0.5", "37"));
    }

    @Test
    void read_slopForensics_isPlainJsonLines() {
        ReadAnswers read =
                read("{\"source\": \"s\", \"id\": \"1\", \"prompt\": \"p\", \"model\": \"m\", \"output\": \"o\"}\n");

        assertThat(read.table().answers())
                .extracting(Answer::model, Answer::text)
                .containsExactly(tuple("m", "o"));
    }

    @Test
    void read_jsonList_isReadObjectByObject() {
        ReadAnswers read = read("[{\"prompt\": \"p\", \"model\": \"m\", \"answer\": \"a\"}, 3]");

        assertThat(read.table().answers()).extracting(Answer::text).containsExactly("a");
        assertThat(read.skipped()).singleElement().asString().endsWith("row: not a JSON object");
    }

    @Test
    void read_lines_areAnswersOfTheFilesModel() {
        ReadAnswers read = read("Mango\n\nApple\r\nMango\n");

        assertThat(read.table().answers())
                .extracting(Answer::model, Answer::text)
                .containsExactly(tuple("answers", "Mango"), tuple("answers", "Apple"), tuple("answers", "Mango"));
    }

    @Test
    void read_paragraphs_arePartedByBlankLines() {
        ReadAnswers read = AnswerFiles.read(
                List.of(file("Why?\nBecause.\n\n\nKnock, knock.\n")),
                ReadOptions.withDefaults().withFormat(Format.PARAGRAPHS));

        assertThat(read.table().answers()).extracting(Answer::text).containsExactly("Why?\nBecause.", "Knock, knock.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void read_packedFiles_areUnpacked(String how) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = how.equals("gzip") ? new GZIPOutputStream(packed) : new ZstdOutputStream(packed)) {
            out.write("\uFEFFprompt,model,answer\np,m,Mango\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("answers.csv.packed"), packed.toByteArray());

        assertThat(AnswerFiles.read(List.of(file), ReadOptions.withDefaults())
                        .table()
                        .answers())
                .extracting(Answer::text)
                .containsExactly("Mango");
    }

    @Test
    void read_standardInput_isReadForADash() {
        List<Long> told = new ArrayList<>();

        ReadAnswers read = AnswerFiles.read(
                List.of(Path.of("-")),
                ReadOptions.withDefaults(),
                new ByteArrayInputStream("Mango\nApple\n".getBytes(StandardCharsets.UTF_8)),
                ExperimentEmbedder.installed(SameAnswer.EXACT),
                told::add);

        assertThat(read.table().answers())
                .extracting(Answer::model, Answer::text)
                .containsExactly(tuple("stdin", "Mango"), tuple("stdin", "Apple"));
        assertThat(read.taken()).singleElement().asString().startsWith("standard input: text");
        assertThat(told).containsExactly(1L, 2L);
    }

    @Test
    void read_documentThatBreaksOff_keepsWhatCameBefore() {
        ReadAnswers read = read(
                "{\"evalId\": \"e\", \"results\": {\"results\": [{\"prompt\": {\"raw\": \"q\"}, \"provider\": {\"id\": \"a\"},"
                        + " \"response\": {\"output\": \"x\"}}, {\"prompt\": {\"ra");

        assertThat(read.table().answers()).extracting(Answer::text).containsExactly("x");
        assertThat(read.skipped()).singleElement().asString().contains("nothing after it can be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"prompt\": \"p\", \"generations\": []}",
                "{\"prompt\": \"p\", \"generations\": [null]}",
                "{\"custom_id\": \"p\", \"response\": {\"body\": {\"choices\": 3}}}",
                "{\"doc_id\": 1, \"resps\": [[1]]}",
                "{\"run_id\": \"1\", \"response_text\": \"x\"}",
                "{\"m\": {\"samples\": [{}]}}",
                "{\"evalId\": \"e\", \"results\": {\"results\": []}}",
                "[",
                "[]"
            })
    void read_fileWithoutAnyAnswer_isAnErrorThatNamesTheFile(String text) {
        Path file = file(text);

        assertThatThrownBy(() -> AnswerFiles.read(List.of(file), ReadOptions.withDefaults()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("\n");
    }

    private ReadAnswers read(String content) {
        return AnswerFiles.read(List.of(file(content)), ReadOptions.withDefaults());
    }

    private Path file(String content) {
        try {
            return Files.writeString(folder.resolve("answers.dat"), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
