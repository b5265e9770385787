package dev.slop.bench.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A server in a process of its own, so that what it costs is not put down to the client. */
final class LoopbackProcess implements AutoCloseable {
    private static final int WARM_UP_ROUNDS = 8;

    private final Process process;
    private final BufferedReader out;
    private final PrintWriter in;
    private final URI baseUrl;

    /** Starts it; takes what {@link LoopbackMain} takes. */
    LoopbackProcess(String... behaviour) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Without these, replies wait 40 ms for an acknowledgement, and the 201st idle connection is dropped.
                "-Dsun.net.httpserver.nodelay=true",
                "-Dsun.net.httpserver.maxIdleConnections=4096",
                "-XX:+UseSerialGC",
                // It shares the machine: what it spends on optimizing itself is taken from the client.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoopbackMain.class.getName()));
        command.addAll(List.of(behaviour));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the server did not start");
        }
        this.baseUrl = URI.create(line);
    }

    URI baseUrl() {
        return baseUrl;
    }

    /**
     * Asks it over so many connections at once, several times, so that what it needs to get going, as no real server does,
     * is not put down to the client.
     */
    void warmUp(int connections) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            CompletableFuture.allOf(
                            Stream.generate(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                                    .limit(connections)
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    /** Texts of all answers whose last byte was written. */
    List<String> answers() throws IOException {
        return ask("answers");
    }

    /** Replies by status, as {@link dev.slop.bench.LoopbackServer#replies()} has them. */
    Map<Integer, Long> replies() throws IOException {
        Map<Integer, Long> replies = new TreeMap<>();
        for (String pair : ask("tally")) {
            String[] parts = pair.split("=", -1);
            replies.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
        }
        return replies;
    }

    private List<String> ask(String question) throws IOException {
        in.println(question);
        List<String> lines = new ArrayList<>();
        String line = out.readLine();
        while (line != null && !line.isEmpty()) {
            lines.add(line);
            line = out.readLine();
        }
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
