package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Embeddings from a file and from a server on the loopback, through the whole command. */
final class EmbeddingsTest {
    private static final String KEY = "sk-planted0123456789abcdef";
    private static final Map<String, String> WITH_KEY = Map.of("EMBED_KEY", KEY);
    private static final String ANSWERS = "prompt,model,answer\np,a,Mango\np,a,The mango\np,b,Apple\np,b,Mango\n";

    @TempDir
    private Path folder;

    private final Queue<JsonNode> bodies = new ConcurrentLinkedQueue<>();
    /** What goes wrong first, request by request. */
    private final Deque<Fault> faults = new ArrayDeque<>();

    private HttpServer server;

    private record Fault(int status, String body, Map<String, String> headers) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new JsonMapper().readTree(exchange.getRequestBody()));
            Fault fault = faults.poll();
            if (fault == null) {
                boolean ollama = exchange.getRequestURI().getPath().equals("/api/embed");
                FakeProvider.send(exchange, 200, ollama ? ofOllama() : ofOpenAi());
                return;
            }
            fault.headers().forEach(exchange.getResponseHeaders()::add);
            FakeProvider.send(exchange, fault.status(), fault.body());
        }
    }

    private List<String> vectors() {
        List<String> vectors = new ArrayList<>();
        for (JsonNode text : latest().path("input")) {
            vectors.add(text.asText().contains("mango") ? "[3, " + text.asText().length() / 100.0 + "]" : "[0, 2]");
        }
        return vectors;
    }

    private JsonNode latest() {
        return bodies.stream().reduce((earlier, later) -> later).orElseThrow();
    }

    private String ofOllama() {
        return "{\"model\": \"m\", \"embeddings\": " + vectors() + ", \"prompt_eval_count\": 3}";
    }

    private String ofOpenAi() {
        StringJoiner data = new StringJoiner(", ");
        vectors().forEach(vector -> data.add("{\"embedding\": " + vector + "}"));
        return "{\"data\": [" + data + "], \"model\": \"m\", \"usage\": {\"prompt_tokens\": 3}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "ollama"})
    void measure_server_groupsByMeaning(String provider) {
        CommandLineRun run = measure(section(provider));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().at("/prompts/0/pooled/distinct").asInt()).isEqualTo(2);
        assertThat(bodies).hasSize(1);
        assertThat(run.err()).contains("embedding 3 texts with " + provider + "/m");
    }

    @Test
    void measure_tooManyRequestsThenDownThenUp_isAskedAgain() {
        faults.add(new Fault(429, "{\"error\": {\"message\": \"slow\"}}", Map.of("Retry-After", "0.05")));
        faults.add(new Fault(503, "<html><title>down</title></html>", Map.of("retry-after-ms", "10")));

        assertThat(measure(section("openai")).exitCode()).isZero();
        assertThat(bodies).hasSize(3);
    }

    @Test
    void measure_wrongCountOfVectors_endsInOneLineAndKeepsNone() {
        faults.add(new Fault(200, "{\"data\": [{\"embedding\": [1, 2]}]}", Map.of()));

        CommandLineRun run =
                measure(section("openai"), "--out", folder.resolve("run").toString());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("embeddings of openai/m: openai: 1 vector came back for 3 texts; ");
        assertThat(bodies).hasSize(1);
        assertThat(folder.resolve("run/embeddings.jsonl")).doesNotExist();
    }

    @Test
    void measure_pageOfHtml_endsInOneLine() {
        faults.add(new Fault(
                502, "<html><title>Gateway of " + KEY + "</title></html>", Map.of("x-should-retry", "false")));

        CommandLineRun run = measure(section("openai"));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("HTML page 'Gateway of [key]'").doesNotContain(KEY);
    }

    @Test
    void measure_keptEmbeddings_areNotAskedForAgain_evenWithoutTheKey() throws IOException {
        String[] out = {"--out", folder.resolve("run").toString()};
        assertThat(measure(section("openai"), out).exitCode()).isZero();
        Path cache = folder.resolve("run/embeddings.jsonl");
        byte[] kept = Files.readAllBytes(cache);

        CommandLineRun again = measure(Map.of(), section("openai"), out);
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(bodies).hasSize(1);

        Files.write(cache, Arrays.copyOf(kept, kept.length - 20)); // as a crash may leave it
        CommandLineRun torn = measure(section("openai"), out);
        assertThat(torn.exitCode()).isZero();
        assertThat(latest().path("input")).hasSize(1);
        assertThat(torn.err()).contains("1 damaged line is passed over");
    }

    @Test
    void measure_withoutOut_saysThatNothingIsKept() {
        assertThat(measure(section("openai")).err()).contains("embeddings are not kept; with --out DIR they are");
    }

    @Test
    void measure_withoutKey_namesItsVariable() {
        CommandLineRun run = measure(Map.of(), section("openai"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the environment variable EMBED_KEY is not set");
        assertThat(bodies).isEmpty();
    }

    @Test
    void measure_withoutThreshold_tellsWhereToStateIt() {
        CommandLineRun run = measure("openai/m");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no threshold is known for openai/m", "embeddings.same-meaning");
    }

    @Test
    void measure_file_groupsByMeaning() throws IOException {
        Path file = Files.writeString(folder.resolve("v.jsonl"), """
                {"text": "Mango", "embedding": [1, 0]}
                {"text": "The mango", "embedding": [0.99, 0.01]}
                {"text": "Apple", "embedding": [0, 1]}
                """);

        CommandLineRun run = measure("{source: file, path: '" + file + "', same-meaning: 0.9}");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().at("/prompts/0/pooled/distinct").asInt()).isEqualTo(2);
    }

    @Test
    void measure_fileThatLacksATextOrIsDamaged_endsInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("v.jsonl"), "{\"text\": \"Mango\", \"embedding\": [1, 0]}\n");
        String section = "{source: file, path: '" + file + "', same-meaning: 0.9}";

        CommandLineRun lacking = measure(section);
        assertThat(lacking.exitCode()).isEqualTo(4);
        assertThat(lacking.err()).contains(file + ": 2 of 3 texts have no embedding");

        Files.writeString(file, "{\"text\": \"Mango\", \"embedding\": [1, \"0\"]}\n");
        CommandLineRun damaged = measure(section);
        assertThat(damaged.exitCode()).isEqualTo(2);
        assertThat(damaged.err()).contains(file + ":1: embedding[1]: must be a number, but is a text");
    }

    @Test
    void run_embeddingsOfAServer_areKeptInTheFolderAndHoldNoKey() throws IOException {
        Path out = folder.resolve("run");
        Path file = Files.writeString(
                folder.resolve("x.yaml"),
                "models: [simulated/a, simulated/b]\nsamples: 4\nprompts: [{text: Pick a fruit, same: semantic}]\n"
                        + "limits: {openai/m: {in-flight: 1}}\nembeddings: " + section("openai") + "\n");

        CommandLineRun run = CommandLineRun.of(WITH_KEY, false, "run", file.toString(), "--out", out.toString());
        int asked = bodies.size();
        CommandLineRun report = CommandLineRun.of("report", out.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(asked).isPositive();
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(bodies).hasSize(asked);
        assertThat(run.out() + run.err() + report.out() + report.err()).doesNotContain(KEY);
        assertThat(out.resolve("embeddings.jsonl")).exists();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path written : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(written, StandardCharsets.ISO_8859_1))
                        .as(written.toString())
                        .doesNotContain(KEY);
            }
        }
    }

    @Test
    void run_withoutTheKeyOfTheEmbeddings_asksNoModel() throws IOException {
        Path out = folder.resolve("run");
        Path file = Files.writeString(
                folder.resolve("x.yaml"),
                "models: [simulated/a]\nprompts: [Why]\nembeddings: " + section("openai") + "\n");

        CommandLineRun run = CommandLineRun.of("run", file.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("EMBED_KEY");
        assertThat(out.resolve("journal.jsonl")).doesNotExist();
    }

    private String section(String provider) {
        return "{source: " + provider + ", model: m, base-url: 'http://127.0.0.1:"
                + server.getAddress().getPort() + (provider.equals("openai") ? "/v1" : "")
                + "', key-env: EMBED_KEY, same-meaning: 0.9}";
    }

    private CommandLineRun measure(String embeddings, String... more) {
        return measure(WITH_KEY, embeddings, more);
    }

    private CommandLineRun measure(Map<String, String> environment, String embeddings, String... more) {
        try {
            Path answers = Files.writeString(folder.resolve("answers.csv"), ANSWERS);
            List<String> arguments = new ArrayList<>(
                    List.of("measure", answers.toString(), "--same", "semantic", "--embeddings", embeddings, "--json"));
            arguments.addAll(List.of(more));
            return CommandLineRun.of(environment, false, arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
