package dev.slop.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slop.core.provider.Environment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does once what commands do, so that the JVM can tell which classes they need: the launcher has it write them to a
 * class-data archive, which every later start reads instead of loading and verifying them one by one. Asks nobody but a
 * server of its own on the loopback.
 */
final class Rehearsal {
    private static final int SAMPLES = 40;

    private Rehearsal() {}

    /** Takes an empty folder to work in. */
    public static void main(String[] args) throws IOException {
        // The client's threads would keep the process for a while.
        System.exit(in(Path.of(args[0])));
    }

    /** {@return the exit code of the command that failed, or 0} */
    static int in(Path scratch) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(nowhere, nowhere, Environment.of(Map.of()), false, 0);
        int demo = Slop.run(
                console, "demo", "--quiet", "--out", scratch.resolve("demo").toString());
        return demo == ExitCode.DONE ? run(console, scratch) : demo;
    }

    private static int run(Console console, Path scratch) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger served = new AtomicInteger();
        server.createContext("/", exchange -> reply(exchange, served.incrementAndGet()));
        server.start();
        Path experiment = scratch.resolve("experiment.yaml");
        Files.writeString(experiment, """
                name: rehearsal
                models: [loopback/model]
                samples: %d
                prompts:
                  - {id: number, text: "Pick a number"}
                providers:
                  loopback: {type: openai, base-url: "http://127.0.0.1:%d/v1"}
                """.formatted(SAMPLES, server.getAddress().getPort()));
        try {
            return Slop.run(
                    console,
                    "run",
                    experiment.toString(),
                    "--out",
                    scratch.resolve("run").toString());
        } finally {
            server.stop(0);
        }
    }

    private static void reply(HttpExchange exchange, int number) throws IOException {
        byte[] body = """
                {"id": "%1$d", "model": "model", "choices": [{"index": 0, "finish_reason": "stop",
                 "message": {"role": "assistant", "content": "The number is %1$d."}}],
                 "usage": {"prompt_tokens": 3, "completion_tokens": 4}}
                """.formatted(number).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
