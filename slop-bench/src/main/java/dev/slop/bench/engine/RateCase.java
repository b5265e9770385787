package dev.slop.bench.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * How close the engine comes to what a token bucket permits of which nothing is stated, by what the server tells of it.
 * The permitted time of n requests is (n − burst) / rate.
 */
final class RateCase {
    private static final double PER_SECOND = 10;
    private static final double BURST = 10;
    private static final double RETRY_AFTER_SECONDS = 1 / PER_SECOND;

    private RateCase() {}

    /** Takes {@code seconds}, how much work there is; false if an answer was thrown away. */
    static boolean run(Settings settings, Path folder, PrintStream out) throws IOException {
        out.println(
                "| server tells | requests | permitted s | wall s | share of permitted | 429s | answers thrown away |");
        out.println("|---|---|---|---|---|---|---|");
        boolean allKept = true;
        for (boolean headers : new boolean[] {true, false}) {
            for (boolean retryAfter : new boolean[] {true, false}) {
                allKept &= row(headers, retryAfter, settings, folder, out);
            }
        }
        return allKept;
    }

    private static boolean row(boolean headers, boolean retryAfter, Settings settings, Path folder, PrintStream out)
            throws IOException {
        double permitted = settings.number("seconds", 90);
        int draws = (int) (permitted * PER_SECOND + BURST);
        try (LoopbackProcess server = new LoopbackProcess(
                "min=200",
                "max=600",
                "per-second=" + PER_SECOND,
                "burst=" + BURST,
                "headers=" + (headers ? "yes" : "no"),
                "retry-after=" + (retryAfter ? String.valueOf(RETRY_AFTER_SECONDS) : ""),
                "seed=" + settings.number("seed", 1))) {
            Path journal = folder.resolve("rate-" + headers + "-" + retryAfter + ".jsonl");
            EngineRun run = EngineRun.of(server.baseUrl(), journal, draws, 0, Duration.ofMinutes(1));
            Map<Integer, Long> replies = server.replies();
            long refused = replies.getOrDefault(429, 0L);
            long requests = replies.values().stream().mapToLong(Long::longValue).sum();
            long thrownAway = (long) server.answers().size() - run.result().answered();
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f %% | %d (%.1f %%) | %d |%n",
                    told(headers, retryAfter),
                    requests,
                    permitted,
                    run.seconds(),
                    100 * permitted / run.seconds(),
                    refused,
                    100.0 * refused / requests,
                    thrownAway);
            return thrownAway == 0;
        }
    }

    private static String told(boolean headers, boolean retryAfter) {
        if (headers) {
            return retryAfter ? "limit headers and Retry-After" : "limit headers";
        }
        return retryAfter ? "Retry-After" : "nothing";
    }
}
