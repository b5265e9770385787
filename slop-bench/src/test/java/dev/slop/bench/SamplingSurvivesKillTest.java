package dev.slop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.bench.engine.JournalAudit;
import dev.slop.bench.engine.SlopCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, against a server that fails, and killed half-way. */
final class SamplingSurvivesKillTest {
    private static final int SAMPLES = 300;
    private static final int IN_FLIGHT = 16;
    private static final Behaviour FAULTY = Behaviour.faultless(5, 20).withFaults(0.10, 0.05, 0.01, "0.02");

    @TempDir
    Path folder;

    @Test
    void run_throughFaults_givesEveryAnswerOnce() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(FAULTY)) {
            assertThat(command(server).start().waitFor()).isZero();
            Map<String, String> answers = answersByKey();
            assertThat(answers).hasSize(SAMPLES);
            // No answer that was given is missing, none stands twice: every answer the server gives is different.
            assertThat(answers.values()).containsExactlyInAnyOrderElementsOf(server.answers());
            assertThat(server.replies().keySet()).contains(0, 200, 429, 500);
        }
    }

    @Test
    void run_killedHalfWay_keepsWhatWasAnswered_andAsksOnlyForTheRest() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(FAULTY)) {
            Process first = command(server).start();
            while (server.answers().size() < SAMPLES / 2 && first.isAlive()) {
                // Waits on the process itself, not on the clock: returns at once should it end early.
                first.waitFor(5, TimeUnit.MILLISECONDS);
            }
            // SIGKILL: no shutdown hook runs.
            first.destroyForcibly().waitFor();
            Map<String, String> before = answersByKey();
            assertThat(before).hasSizeBetween(SAMPLES / 4, SAMPLES - 1);

            assertThat(command(server).start().waitFor()).isZero();
            Map<String, String> after = answersByKey();
            assertThat(after).hasSize(SAMPLES).containsAllEntriesOf(before);
            assertThat(new HashSet<>(after.values())).hasSize(SAMPLES);
            // Only what was in flight at the kill may have been asked for again.
            assertThat(server.answers()).hasSizeBetween(SAMPLES, SAMPLES + IN_FLIGHT);
        }
    }

    private SlopCommand command(LoopbackServer server) throws IOException {
        SlopCommand command = SlopCommand.ofClassPath(folder);
        command.prepare(server.baseUrl(), SAMPLES, "requests-per-minute: 6000, in-flight: " + IN_FLIGHT);
        return command;
    }

    /** Reads the journal without slop's own reader, and checks that no draw has two outcomes. */
    private Map<String, String> answersByKey() throws IOException {
        JournalAudit audit = JournalAudit.of(SlopCommand.ofClassPath(folder).journal());
        assertThat(audit.twice()).isEmpty();
        return audit.answers();
    }
}
