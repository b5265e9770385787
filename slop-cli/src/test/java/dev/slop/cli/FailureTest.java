package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.journal.Journal;
import dev.slop.core.journal.RunHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong for a new user, and what the command says of it. */
final class FailureTest {
    private static final String KEY = "sk-failure-5d1c0b7e9a3f4286";
    private static final String EXPERIMENT = """
            models: [openai/gpt-4.1-mini]
            samples: 3
            prompts: [{id: fruit, text: A fruit}]
            """;

    @TempDir
    Path folder;

    private CommandLineRun against(int status, String body, String... experiment) throws IOException {
        try (FakeProvider server = FakeProvider.answering(status, body)) {
            CommandLineRun run = run(
                    Map.of("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", server.url() + "/v1"),
                    experiment.length == 0 ? EXPERIMENT : experiment[0]);
            assertThat(run.out() + run.err()).doesNotContain(KEY, "Exception");
            // A fault of the lane costs no more requests than were under way.
            assertThat(server.requests()).isLessThanOrEqualTo(3);
            return run;
        }
    }

    private CommandLineRun run(Map<String, String> environment, String experiment, String... options)
            throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), experiment);
        String[] args = Stream.concat(
                        Stream.of("run", file.toString(), "--out", run().toString()), Arrays.stream(options))
                .toArray(String[]::new);
        return CommandLineRun.of(environment, false, args);
    }

    private Path run() {
        return folder.resolve("run");
    }

    private static String error(String code, String parameter) {
        return "{\"error\":{\"message\":\"server's words\",\"type\":\"invalid_request_error\",\"param\":\"" + parameter
                + "\",\"code\":\"" + code + "\"}}";
    }

    private static void assertGivenUp(CommandLineRun run, String... words) {
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).allMatch(line -> line.startsWith("slop: "));
        assertThat(run.err().lines().filter(line -> line.contains("was given up")))
                .singleElement()
                .asString()
                .contains(words);
    }

    @Test
    void run_noKey_namesTheVariable() throws IOException {
        CommandLineRun run = run(Map.of(), EXPERIMENT);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("OPENAI_API_KEY").hasLineCount(1);
    }

    @Test
    void run_wrongKey_namesTheVariable() throws IOException {
        assertGivenUp(
                against(401, "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\"}}"),
                "the key in OPENAI_API_KEY is not accepted",
                "status 401");
    }

    @Test
    void run_unknownModel_saysSo() throws IOException {
        assertGivenUp(against(404, error("model_not_found", "model")), "openai/gpt-4.1-mini", "model_not_found");
    }

    @Test
    void run_quotaExhausted_isNotRetried() throws IOException {
        assertGivenUp(against(429, error("insufficient_quota", "")), "insufficient_quota");
    }

    @Test
    void run_parameterRejected_isNamedAndStopsTheModel() throws IOException {
        assertGivenUp(against(400, error("unsupported_value", "temperature")), "parameter temperature");
    }

    @Test
    void run_parameterKnownToBeRejected_isToldUnsent() throws IOException {
        // No server: api.openai.com is never asked.
        CommandLineRun run = run(
                Map.of("OPENAI_API_KEY", KEY),
                "models: [openai/gpt-5-mini]\nparameters: {temperature: 0.5}\nprompts: [{id: p, text: hi}]\n");

        assertGivenUp(run, "gpt-5-mini takes no temperature other than 1");
    }

    @Test
    void run_someModelsFail_reportsTheOthers() throws IOException {
        try (FakeProvider good = FakeProvider.answering(200, FakeProvider.ANSWER);
                FakeProvider bad = FakeProvider.answering(401, "{}")) {
            CommandLineRun run = run(Map.of(), """
                    models: [good/m, bad/m]
                    samples: 3
                    prompts: [{id: fruit, text: A fruit}]
                    providers:
                      good: {type: openai, base-url: "%s/v1"}
                      bad: {type: openai, base-url: "%s/v1"}
                    """.formatted(good.url(), bad.url()));

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).contains("mango");
            assertThat(run.err()).contains("bad/m was given up", "3 of 6");
        }
    }

    @Test
    void run_folderCannotBeMade_isOneLine() throws IOException {
        Files.writeString(folder.resolve("taken"), "");
        Path file = Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);

        for (String out : new String[] {"taken", "taken/run"}) {
            CommandLineRun run = CommandLineRun.of(
                    Map.of("OPENAI_API_KEY", KEY),
                    false,
                    "run",
                    file.toString(),
                    "--out",
                    folder.resolve(out).toString());

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(out + ": cannot be made: ").hasLineCount(1);
        }
    }

    @Test
    void run_reportCannotBeWritten_isDoneInPart() throws IOException {
        Files.createDirectories(run().resolve("report.html/in-the-way"));

        CommandLineRun run = against(200, FakeProvider.ANSWER);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("cannot be written", "the answers are in");
    }

    @Test
    void run_anotherRunOnTheSameFolder_isRefused() throws IOException {
        Files.createDirectories(run());
        try (Journal other = Journal.open(run().resolve("journal.jsonl"), new RunHeader("other", "1", Instant.EPOCH))) {
            assertThat(other.endedTornLine()).isFalse();
            CommandLineRun run = run(Map.of("OPENAI_API_KEY", KEY), EXPERIMENT);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("journal.jsonl: another run is writing this journal")
                    .hasLineCount(1);
        }
    }

    @Test
    void run_baseUrlInvalid_isRefusedUnseen() throws IOException {
        for (String url : new String[] {"https://me:" + KEY + "@host", "ht!tp:" + KEY, "http://models.example/v1"}) {
            CommandLineRun run =
                    run(new TreeMap<>(Map.of("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", url)), EXPERIMENT, "--verbose");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("slop: OPENAI_BASE_URL: ").doesNotContain(KEY);
        }
    }
}
