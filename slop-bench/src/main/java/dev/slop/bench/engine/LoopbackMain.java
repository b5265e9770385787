package dev.slop.bench.engine;

import dev.slop.bench.Behaviour;
import dev.slop.bench.LoopbackServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link LoopbackServer} as a process of its own. Prints its base URL, then answers the lines {@code tally} and
 * {@code answers} on standard input, and ends with it.
 */
final class LoopbackMain {
    private LoopbackMain() {}

    /** Takes a behaviour as {@code name=value}. */
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (LoopbackServer server = LoopbackServer.start(behaviour(Settings.of(List.of(args))))) {
            out.println(server.baseUrl());
            String line = in.readLine();
            while (line != null) {
                reply(line, server).forEach(out::println);
                out.println();
                line = in.readLine();
            }
        }
        // The server's own threads are no daemons.
        System.exit(0);
    }

    private static List<String> reply(String question, LoopbackServer server) {
        return question.equals("answers")
                ? server.answers()
                : server.replies().entrySet().stream().map(Map.Entry::toString).toList();
    }

    private static Behaviour behaviour(Settings settings) {
        return new Behaviour(
                settings.number("min", 0),
                settings.number("max", 0),
                settings.decimal("limited", 0),
                settings.decimal("failing", 0),
                settings.decimal("dropped", 0),
                settings.decimal("garbled", 0),
                settings.decimal("stalled", 0),
                settings.number("fault-millis", -1),
                Optional.of(settings.text("retry-after", "")).filter(value -> !value.isEmpty()),
                settings.decimal("per-second", 0),
                settings.decimal("burst", 0),
                settings.text("headers", "no").equals("yes"),
                settings.number("seed", 42));
    }
}
