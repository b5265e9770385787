package dev.slop.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slop.bench.engine.JournalAudit;
import dev.slop.bench.engine.SlopCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C and SIGTERM, sent to the command as a process of its own. */
@Timeout(300)
final class InterruptTest {
    private static final int SAMPLES = 1_000;
    private static final int IN_FLIGHT = 8;

    @TempDir
    Path folder;

    @Test
    void terminated_once_keepsWhatWasUnderWayAndResumes() throws Exception {
        endsInOrder("TERM");
    }

    @Test
    void interrupted_once_keepsWhatWasUnderWayAndResumes() throws Exception {
        endsInOrder("INT");
    }

    private void endsInOrder(String signal) throws Exception {
        try (LoopbackServer server = LoopbackServer.start(Behaviour.faultless(200, 400))) {
            Process process = start(server);
            assumeHeeds(process, signal);
            awaitAnswers(process, server, 1);

            signal(process, signal);

            assertThat(process.waitFor()).isEqualTo(130);
            JournalAudit journal = audit();
            assertThat(journal.underWay()).isEmpty();
            assertThat(journal.failed()).isEmpty();
            assertThat(journal.answers().values()).containsExactlyInAnyOrderElementsOf(server.answers());
            assertThat(journal.answers()).hasSizeLessThan(SAMPLES);
            assertThat(stderr()).contains("interrupted").contains("the same command resumes");
        }
    }

    @Test
    void terminated_twice_endsAtOnceAndFailsNothing() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(Behaviour.faultless(60_000, 60_000))) {
            Process process = start(server);
            assumeHeeds(process, "TERM");
            while (audit().underWay().isEmpty() && process.isAlive()) {
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }

            signal(process, "TERM");
            while (!stderr().contains("interrupted") && process.isAlive()) {
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            signal(process, "TERM");

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(audit().underWay()).isNotEmpty();
            assertThat(audit().failed()).isEmpty();
            assertThat(stderr()).contains("the same command resumes");
        }
    }

    private Process start(LoopbackServer server) throws IOException {
        SlopCommand command = SlopCommand.ofClassPath(folder);
        command.prepare(server.baseUrl(), SAMPLES, "in-flight: " + IN_FLIGHT);
        return command.start();
    }

    private static void awaitAnswers(Process process, LoopbackServer server, int answers) throws InterruptedException {
        while (server.answers().size() < answers && process.isAlive()) {
            // Waits on the process itself, not on the clock.
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /** A shell's background job ignores Ctrl-C, and so do its children, whatever they ask for. */
    private static void assumeHeeds(Process process, String signal) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        assumeTrue(Files.exists(status), "not Linux");
        int number = signal.equals("INT") ? 2 : 15;
        long ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findFirst()
                .orElse(0);
        boolean heeds = (ignored >> (number - 1) & 1) == 0;
        if (!heeds) {
            process.destroyForcibly();
        }
        assumeTrue(heeds, "the signal is ignored here");
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private JournalAudit audit() throws IOException {
        return JournalAudit.of(SlopCommand.ofClassPath(folder).journal());
    }

    private String stderr() throws IOException {
        return Files.readString(folder.resolve("stderr.txt"));
    }
}
