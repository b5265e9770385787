package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.slop.core.config.ExperimentFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run in which every provider fails in every way, each with a key of its own, which must come out nowhere. */
final class PlantedKeysTest {
    private static final String MARK = "planted";
    private static final List<String> TYPES = List.of("anthropic", "openai", "gemini", "ollama");
    private static final List<String> WAYS = List.of("echo401", "echo400", "redirect", "garbage", "page", "reset");

    private static FakeProvider thief;
    private static FakeProvider server;
    private static Path folder;
    private static CommandLineRun run;

    @BeforeAll
    static void fail(@TempDir Path scratch) throws IOException {
        folder = scratch;
        thief = FakeProvider.answering(200, FakeProvider.ANSWER);
        server = new FakeProvider((self, exchange) -> misbehave(exchange));
        Path file = Files.writeString(folder.resolve("experiment.yaml"), experiment());
        run = CommandLineRun.of(
                environment(),
                false,
                "run",
                file.toString(),
                "--out",
                folder.resolve("run").toString(),
                "--verbose");
    }

    @AfterAll
    static void stop() {
        server.close();
        thief.close();
    }

    private static void misbehave(HttpExchange exchange) throws IOException {
        String said = exchange.getRequestHeaders().values().toString();
        switch (exchange.getRequestURI().getPath().split("/", 3)[1]) {
            case "echo401" -> FakeProvider.send(exchange, 401, "{\"error\":{\"message\":\"wrong key: " + said + "\"}}");
            case "echo400" -> FakeProvider.send(exchange, 400, "{\"error\":\"you sent " + said + "\"}");
            case "redirect" -> {
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                thief.url().replace("127.0.0.1", "localhost") + "/?key=" + said.replace(" ", ""));
                FakeProvider.send(exchange, 307, "");
            }
            case "garbage" -> retrying(exchange, 200, "you sent " + said);
            case "page" -> retrying(exchange, 502, "<html><title>" + said + "</title>");
            default -> retrying(exchange, 503, "");
        }
    }

    /** Told not to come back, so that the test need not wait for the engine's patience. */
    private static void retrying(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("x-should-retry", "false");
        FakeProvider.send(exchange, status, body);
    }

    private static Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        for (String name : List.of(
                "ANTHROPIC_API_KEY",
                "OPENAI_API_KEY",
                "GEMINI_API_KEY",
                "GOOGLE_API_KEY",
                "OLLAMA_API_KEY",
                "LEAKY_KEY")) {
            variables.put(name, "sk-" + MARK + "/" + name.toLowerCase(java.util.Locale.ROOT) + "+0a1b2c3d==");
        }
        return variables;
    }

    private static String experiment() {
        List<String> models = new ArrayList<>(List.of("leaky/throws", "leaky/fails", "leaky/rejects", "leaky/answers"));
        StringBuilder providers = new StringBuilder();
        for (String type : TYPES) {
            for (String way : WAYS) {
                String id = type + "-" + way;
                models.add(id + "/m-1");
                providers.append("  ").append(id).append(": {type: ").append(type);
                providers
                        .append(", base-url: \"")
                        .append(server.url())
                        .append("/")
                        .append(way);
                providers.append(type.equals("openai") ? "/v1" : "").append("\", key-env: ");
                providers.append(type.toUpperCase(java.util.Locale.ROOT)).append("_API_KEY}\n");
            }
        }
        return "models: " + models + "\nsamples: 2\nprompts: [{id: p, text: hi}]\nproviders:\n" + providers;
    }

    @Test
    void run_everyWayToFail_printsNoKey() {
        assertThat(run.exitCode()).isEqualTo(3); // the leaky provider answers once
        assertThat(run.out()).doesNotContain(MARK);
        assertThat(run.err()).doesNotContain(MARK).contains("[key]", "is not accepted", "redirect");
    }

    @Test
    void run_everyWayToFail_writesNoKey() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("run"))) {
            List<Path> written = files.filter(Files::isRegularFile).toList();

            assertThat(written)
                    .extracting(file -> file.getFileName().toString())
                    .contains("journal.jsonl", "experiment.yaml", "analysis.json", "answers.csv", "report.html");
            for (Path file : written) {
                assertThat(Files.readString(file, StandardCharsets.UTF_8))
                        .as(file.toString())
                        .doesNotContain(MARK);
            }
        }
    }

    @Test
    void run_redirectToAnotherHost_isNotFollowed() {
        assertThat(thief.requests()).isZero();
        assertThat(server.requests()).isPositive();
    }

    @Test
    void toString_ofTheSetUp_holdsNoKey() {
        var experiment = ExperimentFile.read(folder.resolve("experiment.yaml"));
        try (Providers providers = Providers.of(experiment, dev.slop.core.provider.Environment.of(environment()))) {
            assertThat(experiment.toString() + providers.byId() + providers.defaultLimits())
                    .doesNotContain(MARK);
        }
    }

    @Test
    void run_providerThatCannotBeBuilt_printsNoKey() throws IOException {
        Path file = Files.writeString(
                folder.resolve("broken.yaml"),
                "models: [leaky/m]\nprompts: [{id: p, text: hi}]\nproviders: {leaky: {broken: \"true\"}}\n");

        CommandLineRun broken = CommandLineRun.of(
                environment(),
                false,
                "run",
                file.toString(),
                "--out",
                folder.resolve("b").toString(),
                "--verbose");

        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err())
                .contains("providers.leaky: cannot be built", "[key]")
                .doesNotContain(MARK);
    }
}
