package dev.slop.core.journal;

import static dev.slop.core.journal.Draws.NOON;
import static dev.slop.core.journal.Draws.RUN;
import static dev.slop.core.journal.Draws.request;
import static dev.slop.core.journal.Draws.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes and one journal. */
@Timeout(120)
final class JournalProcessTest {
    @TempDir
    private Path folder;

    /** Writes samples for ever and tells each one that the journal has taken. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            try {
                Journal journal = Journal.open(Path.of(args[0]), RUN);
                for (int i = 0; ; i++) {
                    journal.sent(request("fruit", i), 1, NOON);
                    journal.finished(sample(request("fruit", i), Outcome.ANSWERED, "Mango"), Optional.empty());
                    System.out.println(i);
                }
            } catch (ConfigurationException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private Process writer() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file().toString())
                .redirectErrorStream(true)
                .start();
    }

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    @Test
    void open_whileAnotherProcessWrites_isRefused() throws Exception {
        try (Journal journal = Journal.open(file(), RUN)) {
            // Reading it in this process must not let the other one in.
            assertThat(JournalReader.read(file()).runs()).hasSize(1);
            Process other = writer();
            try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
                assertThat(out.readLine()).contains("another run is writing this journal");
            } finally {
                other.destroyForcibly();
            }
            assertThat(journal.endedTornLine()).isFalse();
        }
    }

    @Test
    void kill_ofTheWriter_losesNothingThatWasTaken() throws Exception {
        Process writer = writer();
        int taken;
        try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
            do {
                taken = Integer.parseInt(out.readLine());
            } while (taken < 50);
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();

        Journal.open(file(), RUN).close();

        JournalContents contents = JournalReader.read(file());
        assertThat(contents.samples())
                .hasSizeGreaterThan(taken)
                .extracting(Sample::text)
                .containsOnly("Mango");
        assertThat(contents.perhapsBilled()).hasSizeLessThanOrEqualTo(1);
        assertThat(contents.damaged()).isEmpty();
        assertThat(contents.runs()).hasSize(2);
    }
}
