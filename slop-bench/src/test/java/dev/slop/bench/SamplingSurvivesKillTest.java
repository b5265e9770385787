package dev.slop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            assertThat(command(server).waitFor()).isZero();
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
            Process first = command(server);
            while (server.answers().size() < SAMPLES / 2 && first.isAlive()) {
                // Waits on the process itself, not on the clock: returns at once should it end early.
                first.waitFor(5, TimeUnit.MILLISECONDS);
            }
            // SIGKILL: no shutdown hook runs.
            first.destroyForcibly().waitFor();
            Map<String, String> before = answersByKey();
            assertThat(before).hasSizeBetween(SAMPLES / 4, SAMPLES - 1);

            assertThat(command(server).waitFor()).isZero();
            Map<String, String> after = answersByKey();
            assertThat(after).hasSize(SAMPLES).containsAllEntriesOf(before);
            assertThat(new HashSet<>(after.values())).hasSize(SAMPLES);
            // Only what was in flight at the kill may have been asked for again.
            assertThat(server.answers()).hasSizeBetween(SAMPLES, SAMPLES + IN_FLIGHT);
        }
    }

    private Process command(LoopbackServer server) throws IOException {
        Path experiment = folder.resolve("experiment.yaml");
        Files.writeString(experiment, """
                name: kill
                models: [local/m]
                samples: %d
                prompts:
                  - {id: number, text: "Pick a number"}
                limits:
                  local: {requests-per-minute: 6000, in-flight: %d}
                providers:
                  local: {type: openai, base-url: "%s"}
                """.formatted(SAMPLES, IN_FLIGHT, server.baseUrl()));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.slop.cli.Slop"));
        command.addAll(List.of("run", experiment.toString(), "--out", out().toString()));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("stdout.txt").toFile())
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
    }

    private Path out() {
        return folder.resolve("out");
    }

    /** Reads the journal without slop's own reader, and checks that no draw has two outcomes. */
    private Map<String, String> answersByKey() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, String> answers = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<String> lines = Files.readAllLines(out().resolve("journal.jsonl"));
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line;
            try {
                line = json.readTree(lines.get(i));
            } catch (IOException torn) {
                continue;
            }
            if (line.path("event").asText().equals("answered")) {
                String key = line.path("key").asText();
                assertThat(seen.add(key)).as("one outcome for " + key).isTrue();
                answers.put(key, line.path("text").asText());
            }
        }
        return answers;
    }
}
