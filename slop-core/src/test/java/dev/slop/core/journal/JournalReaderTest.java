package dev.slop.core.journal;

import static dev.slop.core.journal.Draws.NOON;
import static dev.slop.core.journal.Draws.RUN;
import static dev.slop.core.journal.Draws.failed;
import static dev.slop.core.journal.Draws.request;
import static dev.slop.core.journal.Draws.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.limits.Spent;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.CompletionRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalReaderTest {
    private static final byte[] ANSWER =
            JournalEncoder.finished(sample(request("fruit", 0), Outcome.ANSWERED, "Mango"), Optional.empty());

    @TempDir
    private Path folder;

    private static JournalContents read(byte[]... lines) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            all.writeBytes(line);
        }
        return JournalReader.read(Path.of("journal.jsonl"), new ByteArrayInputStream(all.toByteArray()));
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] answer(String text) {
        return JournalEncoder.finished(sample(request("fruit", 0), Outcome.ANSWERED, text), Optional.empty());
    }

    private static byte[] failure() {
        return JournalEncoder.finished(failed(request("fruit", 0), "status 500"), Optional.empty());
    }

    @Test
    void read_goldenFileOfFormat1_givesWhatWasWritten() {
        JournalContents contents = JournalReader.read(GoldenJournal.file());

        assertThat(contents.runs()).containsExactly(RUN);
        assertThat(contents.samples())
                .containsExactly(
                        Draws.everyFieldSet(request("fruit", 0)),
                        sample(request("fruit", 1), Outcome.ANSWERED, "🥭 \u001b[31mMang\u00f3\n"),
                        sample(request("fruit", 2), Outcome.REFUSED, ""),
                        sample(request("fruit", 3), Outcome.TRUNCATED, "Man"),
                        failed(request("fruit", 4), "connection reset"));
        assertThat(contents.perhapsBilled()).containsExactly(request("fruit", 5).key());
        assertThat(contents.attempts()).isEqualTo(7);
        assertThat(contents.damaged()).isEmpty();
        assertThat(contents.torn()).isEmpty();
    }

    @Test
    void read_failureThenAnswer_keepsTheAnswer() throws IOException {
        assertThat(read(failure(), answer("Mango")).samples())
                .extracting(Sample::text)
                .containsExactly("Mango");
    }

    @Test
    void read_answerThenFailure_keepsTheAnswer() throws IOException {
        assertThat(read(answer("Mango"), failure()).samples())
                .extracting(Sample::text)
                .containsExactly("Mango");
    }

    @Test
    void read_twoAnswersOfOneDraw_keepsTheLast() throws IOException {
        assertThat(read(answer("Mango"), answer("Apple")).samples())
                .extracting(Sample::text)
                .containsExactly("Apple");
    }

    @Test
    void read_sentWithoutEnd_isPerhapsBilled() throws IOException {
        JournalContents contents = read(
                JournalEncoder.sent(request("fruit", 0), 1, NOON),
                JournalEncoder.retried(request("fruit", 0), 1, NOON, "429", false, Optional.empty()),
                JournalEncoder.sent(request("fruit", 1), 1, NOON),
                JournalEncoder.retried(request("fruit", 1), 1, NOON, "429", false, Optional.empty()),
                JournalEncoder.sent(request("fruit", 1), 2, NOON),
                JournalEncoder.sent(request("fruit", 2), 1, NOON),
                JournalEncoder.finished(failed(request("fruit", 2), "status 400"), Optional.empty()));

        assertThat(contents.perhapsBilled()).extracting(SampleKey::index).containsExactly(1);
        assertThat(contents.attempts()).isEqualTo(4);
    }

    @Test
    void read_spent_isWhatWasToldAndWhatMayHaveBeenBilled() throws IOException {
        CompletionRequest told = request("fruit", 0);
        CompletionRequest brokeOff = request("fruit", 1);
        CompletionRequest cutOff = request("fruit", 2);
        JournalContents contents = read(
                JournalEncoder.sent(told, 1, NOON),
                JournalEncoder.retried(told, 1, NOON, "429", false, Optional.empty()),
                JournalEncoder.sent(told, 2, NOON),
                JournalEncoder.finished(Draws.everyFieldSet(told), Optional.empty()),
                JournalEncoder.sent(brokeOff, 1, NOON),
                JournalEncoder.retried(brokeOff, 1, NOON, "reset", true, Optional.empty()),
                JournalEncoder.sent(cutOff, 1, NOON),
                JournalEncoder.run(RUN),
                JournalEncoder.sent(cutOff, 1, NOON));

        Spent spent = contents.spent().get(told.key().model());
        TokenCount usage = TokenCount.of(Draws.everyFieldSet(told).usage()).orElseThrow();
        assertThat(spent).isEqualTo(new Spent(5, usage, usage.input(), Map.of(brokeOff.hash(), 1L, cutOff.hash(), 2L)));
        assertThat(spent.unsettledRequests()).isEqualTo(3);
    }

    @Test
    void read_damagedLineInTheMiddle_isNamedAndSkipped() throws IOException {
        JournalContents contents = read(
                JournalEncoder.run(RUN), ANSWER, line("{\"v\":1,\"event\":\"answ"), line(""), line("  \r"), failure());

        assertThat(contents.damaged()).extracting(DamagedLine::line).containsExactly(3L);
        assertThat(contents.torn()).isEmpty();
        assertThat(contents.samples()).hasSize(1);
    }

    @Test
    void read_tornLastLine_isToldApart() throws IOException {
        JournalContents contents = read(line("{damaged"), ANSWER, Arrays.copyOf(ANSWER, ANSWER.length / 2));

        assertThat(contents.damaged()).extracting(DamagedLine::line).containsExactly(1L);
        assertThat(contents.torn()).extracting(DamagedLine::line).containsExactly(3L);
    }

    @Test
    void read_lastLineWithoutItsLineFeed_counts() throws IOException {
        JournalContents contents = read(Arrays.copyOf(ANSWER, ANSWER.length - 1));

        assertThat(contents.samples()).hasSize(1);
        assertThat(contents.torn()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "5",
                "\"\"",
                "[]",
                "{}",
                "true",
                "{\"v\":1}",
                "{\"v\":1,\"event\":null}",
                "{\"v\":\"one\",\"event\":\"run\"}",
                "{\"v\":1,\"event\":\"run\"}",
                "{\"v\":1,\"event\":\"run\",\"experiment\":\"e\",\"slop\":\"1\",\"at\":\"yesterday\"}",
                "{\"v\":1,\"event\":\"exploded\"}",
                "{\"v\":1,\"event\":\"sent\",\"key\":\"k\",\"model\":\"no-provider\",\"prompt\":\"p\",\"variant\":\"d\",\"index\":0}",
                "{\"v\":1,\"event\":\"sent\",\"key\":\"k\",\"model\":\"a/b\",\"prompt\":\" \",\"variant\":\"d\",\"index\":0}",
                "{\"v\":1,\"event\":\"sent\",\"key\":\"k\",\"model\":\"a/b\",\"prompt\":\"p\",\"variant\":\"d\",\"index\":-1}",
                "{\"v\":1,\"event\":\"sent\",\"key\":\"k\",\"model\":\"a/b\",\"prompt\":\"p\",\"variant\":\"d\",\"index\":99999999999}",
                "{\"v\":1} {\"v\":1}",
                "\uFEFF",
                "not JSON \u001b[2J at all"
            })
    void read_lineThatIsNoRecord_isDamagedForAReasonOfOneCleanLine(String damaged) throws IOException {
        JournalContents contents = read(line(damaged), ANSWER);

        assertThat(contents.samples()).hasSize(1);
        assertThat(contents.damaged()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(1);
            assertThat(line.reason()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e40", "\"soon\"", "-1e300"})
    void read_absurdLatency_isDamaged(String latency) throws IOException {
        String record =
                new String(ANSWER, StandardCharsets.UTF_8).replace("\"latencyMs\":250", "\"latencyMs\":" + latency);

        assertThat(read(record.getBytes(StandardCharsets.UTF_8)).damaged()).hasSize(1);
    }

    @Test
    void read_fieldsOfALaterSlop_areIgnored() throws IOException {
        String record = new String(ANSWER, StandardCharsets.UTF_8)
                .replace("\"v\":1", "\"v\":1,\"mood\":{\"good\":[1,2]}")
                .replace("\"kind\":\"stop\"", "\"kind\":\"boredom\",\"x\":1")
                .replace("\"input\":12", "\"input\":12,\"audio\":5");

        JournalContents contents = read(record.getBytes(StandardCharsets.UTF_8));

        assertThat(contents.samples()).singleElement().satisfies(sample -> {
            assertThat(sample.text()).isEqualTo("Mango");
            assertThat(sample.finishReason()).contains(FinishReason.other("stop"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":2,\"event\":\"run\"}",
                "{\"v\":2,\"event\":{\"name\":\"run\"}}",
                "{\"v\":2,\"index\":\"a\"}"
            })
    void read_newerFormat_isRefusedInOneLine(String newer) {
        assertThatThrownBy(() -> read(ANSWER, line(newer)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("journal.jsonl:2: written by a newer slop (journal format 2,")
                .hasMessageNotContaining("\n");
    }

    @Test
    void read_missingFile_saysSo() {
        assertThatThrownBy(() -> JournalReader.read(folder.resolve("none.jsonl")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("none.jsonl: there is no journal");
    }

    @Test
    void read_folder_isAConfigurationFault() {
        assertThatThrownBy(() -> JournalReader.read(folder)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void read_emptyFile_isEmpty() throws IOException {
        assertThat(read())
                .isEqualTo(new JournalContents(List.of(), List.of(), List.of(), 0, Map.of(), List.of(), List.of()));
    }

    @Test
    void read_cutAtManyPlaces_losesTheCutLineAlone() throws IOException {
        byte[] whole = Files.readAllBytes(GoldenJournal.file());
        for (int length = 0; length < whole.length; length += 3) {
            JournalContents contents = read(Arrays.copyOf(whole, length));

            assertThat(contents.damaged()).isEmpty();
            assertThat(contents.torn()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void read_randomlyDamagedBytes_neverThrowsAnythingElse(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] golden = Files.readAllBytes(GoldenJournal.file());
        for (int round = 0; round < 100; round++) {
            byte[] bytes = golden.clone();
            for (int i = 0; i < 5; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(bytes).samples()).hasSizeBetween(0, 12);
            } catch (ConfigurationException e) {
                assertThat(e).hasMessageContaining("newer slop");
            }
        }
    }

    @Test
    void answersTo_plan_leavesFailuresAndMissingOut() throws IOException {
        JournalContents contents = JournalReader.read(GoldenJournal.file());

        assertThat(contents.answersTo(List.of(
                                request("fruit", 0),
                                request("fruit", 2),
                                request("fruit", 4),
                                request("fruit", 5),
                                request("fruit", 6)))
                        .keySet())
                .extracting(SampleKey::index)
                .containsExactly(0, 2);
    }

    @Test
    void answersTo_renamedPrompt_findsTheAnswerUnderTheNewName() throws IOException {
        SampleKey renamed = request("obst", 0).key();

        Map<SampleKey, Sample> answers = read(ANSWER).answersTo(List.of(request("obst", 0)));

        assertThat(answers).containsOnlyKeys(renamed);
        assertThat(answers.get(renamed).key()).isEqualTo(renamed);
        assertThat(answers.get(renamed).text()).isEqualTo("Mango");
    }

    @Test
    void answersTo_changedText_findsNothing() throws IOException {
        assertThat(read(ANSWER).answersTo(List.of(request("fruit", "Pick a random colour", 0))))
                .isEmpty();
    }

    @Test
    void answersTo_twoPromptsOfOneText_givesEachItsOwn() throws IOException {
        byte[] twin = JournalEncoder.finished(sample(request("twin", 0), Outcome.ANSWERED, "Apple"), Optional.empty());

        Map<SampleKey, Sample> both = read(ANSWER, twin).answersTo(List.of(request("twin", 0), request("fruit", 0)));
        Map<SampleKey, Sample> one = read(ANSWER).answersTo(List.of(request("twin", 0), request("fruit", 0)));

        assertThat(both.get(request("twin", 0).key()).text()).isEqualTo("Apple");
        assertThat(both.get(request("fruit", 0).key()).text()).isEqualTo("Mango");
        assertThat(one).containsOnlyKeys(request("fruit", 0).key());
    }
}
