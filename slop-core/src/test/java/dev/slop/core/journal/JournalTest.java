package dev.slop.core.journal;

import static dev.slop.core.journal.Draws.NOON;
import static dev.slop.core.journal.Draws.RUN;
import static dev.slop.core.journal.Draws.request;
import static dev.slop.core.journal.Draws.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JournalTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    @Test
    void records_ofFormat1_areTheGoldenFile() throws IOException {
        try (Journal journal = Journal.openKeepingRaw(file(), RUN)) {
            journal.sent(request("fruit", 0), 1, NOON);
            journal.retried(
                    request("fruit", 0),
                    1,
                    NOON.plusSeconds(1),
                    "status 429",
                    false,
                    Optional.of(Duration.ofMillis(1500)));
            journal.sent(request("fruit", 0), 2, NOON.plusSeconds(2));
            journal.finished(Draws.everyFieldSet(request("fruit", 0)), Optional.of("{\"text\": \"Mango\"}"));
            journal.sent(request("fruit", 1), 1, NOON);
            journal.finished(
                    sample(request("fruit", 1), Outcome.ANSWERED, "🥭 \u001b[31mMang\u00f3\n"), Optional.empty());
            journal.sent(request("fruit", 2), 1, NOON);
            journal.finished(sample(request("fruit", 2), Outcome.REFUSED, ""), Optional.empty());
            journal.sent(request("fruit", 3), 1, NOON);
            journal.finished(sample(request("fruit", 3), Outcome.TRUNCATED, "Man"), Optional.empty());
            journal.sent(request("fruit", 4), 1, NOON);
            journal.retried(request("fruit", 4), 1, NOON, "connection reset", false, Optional.empty());
            journal.finished(Draws.failed(request("fruit", 4), "connection reset"), Optional.empty());
            journal.sent(request("fruit", 5), 1, NOON);
        }

        assertThat(file()).hasSameTextualContentAs(GoldenJournal.file());
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "",
                " ",
                "\uD800",
                "a\uDC00b\uD83D",
                "\uDC00\uD800",
                "😀🏳️‍🌈é漢字\u202Eabc",
                "\u0000\u0001\u001b[2J\u007f\u0085",
                "line\nline\r\nline\u2028line\u2029",
                "\"quoted\" \\ back\\nslash",
                "\uFEFF{\"v\":1}",
                "\uFFFE\uFFFF",
                "漢\uD83D\uDE00\n\uD800".repeat(40_000));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void finished_hostileText_isReadBackExactly(String text) {
        Sample sample = sample(request("fruit", 0), Outcome.ANSWERED, text);
        try (Journal journal = Journal.openKeepingRaw(file(), RUN)) {
            journal.finished(sample, Optional.of(text));
        }

        JournalContents contents = JournalReader.read(file());

        assertThat(contents.samples()).containsExactly(sample);
        assertThat(contents.damaged()).isEmpty();
    }

    @Test
    void finished_rawNotAskedFor_leavesItOut() throws IOException {
        try (Journal journal = Journal.open(file(), RUN)) {
            journal.finished(sample(request("fruit", 0), Outcome.ANSWERED, "Mango"), Optional.of("as received"));
        }

        assertThat(Files.readString(file())).contains("Mango").doesNotContain("as received");
    }

    @Test
    void retried_absurdWait_isWritten() throws IOException {
        try (Journal journal = Journal.open(file(), RUN)) {
            journal.retried(
                    request("fruit", 0), 1, NOON, "429", false, Optional.of(Duration.ofSeconds(Long.MAX_VALUE)));
        }

        assertThat(Files.readString(file())).contains("\"retryAfterMs\":9223372036854775807000}");
    }

    @Test
    void open_existingJournal_appendsAndLeavesWhatWasThere() throws IOException {
        Journal.open(file(), RUN).close();
        byte[] before = Files.readAllBytes(file());

        Journal journal = Journal.open(file(), RUN);
        journal.close();

        assertThat(Arrays.copyOf(Files.readAllBytes(file()), before.length)).isEqualTo(before);
        assertThat(journal.endedTornLine()).isFalse();
        assertThat(JournalReader.read(file()).runs()).containsExactly(RUN, RUN);
    }

    @Test
    void open_tornLastLine_endsItAndGoesOn() throws IOException {
        Sample sample = sample(request("fruit", 0), Outcome.ANSWERED, "Mango");
        try (Journal journal = Journal.open(file(), RUN)) {
            journal.finished(sample, Optional.empty());
        }
        String torn = Files.readString(file()) + "{\"v\":1,\"event\":\"answ";
        Files.writeString(file(), torn);

        try (Journal journal = Journal.open(file(), RUN)) {
            assertThat(journal.endedTornLine()).isTrue();
            journal.finished(sample(request("fruit", 1), Outcome.ANSWERED, "Apple"), Optional.empty());
        }

        JournalContents contents = JournalReader.read(file());
        assertThat(Files.readString(file())).startsWith(torn + "\n");
        assertThat(contents.samples()).extracting(Sample::text).containsExactly("Mango", "Apple");
        assertThat(contents.torn()).extracting(DamagedLine::line).containsExactly(3L);
        assertThat(contents.damaged()).isEmpty();
    }

    @Test
    void open_writtenByAnotherJournal_isRefusedInOneLine() throws IOException {
        try (Journal journal = Journal.open(file(), RUN)) {
            assertThatThrownBy(() -> Journal.open(folder.resolve("./journal.jsonl"), RUN))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("journal.jsonl: another run is writing this journal")
                    .hasMessageNotContaining("\n");
            journal.finished(sample(request("fruit", 0), Outcome.ANSWERED, "Mango"), Optional.empty());
        }

        Journal.open(file(), RUN).close();
    }

    @Test
    void close_twice_leavesALaterWriterItsLock() throws IOException {
        Journal first = Journal.open(file(), RUN);
        first.close();
        try (Journal second = Journal.open(file(), RUN)) {
            first.close();

            assertThat(second.endedTornLine()).isFalse();
            assertThatThrownBy(() -> Journal.open(file(), RUN)).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void open_missingFolder_namesIt() {
        assertThatThrownBy(() -> Journal.open(folder.resolve("none/journal.jsonl"), RUN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the journal cannot be opened: there is no")
                .hasMessageNotContaining("\n");
    }

    @Test
    void open_folderInsteadOfFile_isRefusedAndNotLocked() throws IOException {
        Files.createDirectory(file());

        assertThatThrownBy(() -> Journal.open(file(), RUN)).isInstanceOf(ConfigurationException.class);

        Files.delete(file());
        Journal.open(file(), RUN).close();
    }

    @Test
    void sent_afterClose_isRefused() throws IOException {
        Journal journal = Journal.open(file(), RUN);
        journal.close();

        assertThatThrownBy(() -> journal.sent(request("fruit", 0), 1, NOON))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("journal.jsonl: the journal cannot be written: it is closed");
    }

    @Test
    void sent_diskFull_saysSoInOneLineEachTime() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no device that is always full");
        JournalLock lock = JournalLock.acquire(file());
        Journal journal = new Journal(file(), lock, false, false, new FileOutputStream(full.toFile()));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> journal.sent(request("fruit", 0), 1, NOON))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("journal.jsonl: the journal cannot be written: No space left on device")
                    .hasMessageNotContaining("\n");
        }
        assertThatCode(journal::close).doesNotThrowAnyException();
    }

    @Test
    void finished_interruptedThread_writesAndStaysInterrupted() throws IOException {
        try (Journal journal = Journal.open(file(), RUN)) {
            Thread.currentThread().interrupt();
            journal.finished(sample(request("fruit", 0), Outcome.ANSWERED, "Mango"), Optional.empty());
            assertThat(Thread.interrupted()).isTrue();
            journal.finished(sample(request("fruit", 1), Outcome.ANSWERED, "Apple"), Optional.empty());
        }

        assertThat(JournalReader.read(file()).samples()).hasSize(2);
    }

    @Test
    void finished_fromManyThreads_losesAndMixesNothing() throws IOException {
        try (Journal journal = Journal.open(file(), RUN)) {
            List<CompletableFuture<Void>> writers = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> {
                        journal.sent(request("fruit", i), 1, NOON);
                        journal.finished(
                                sample(request("fruit", i), Outcome.ANSWERED, "Mango".repeat(i)), Optional.empty());
                    }))
                    .toList();
            writers.forEach(CompletableFuture::join);
        }

        JournalContents contents = JournalReader.read(file());
        assertThat(contents.samples())
                .hasSize(200)
                .allSatisfy(sample -> assertThat(sample.text())
                        .isEqualTo("Mango".repeat(sample.key().index())));
        assertThat(contents.attempts()).isEqualTo(200);
        assertThat(contents.damaged()).isEmpty();
    }

    @Test
    void open_tailOfNulsAfterAPowerCut_isATornLine() throws IOException {
        Journal.open(file(), RUN).close();
        Files.write(file(), new byte[4096], StandardOpenOption.APPEND);

        Journal.open(file(), RUN).close();

        JournalContents contents = JournalReader.read(file());
        assertThat(contents.runs()).hasSize(2);
        assertThat(contents.torn()).hasSize(1);
        assertThat(contents.torn().get(0).reason().getBytes(StandardCharsets.UTF_8))
                .doesNotContain((byte) 0);
    }
}
