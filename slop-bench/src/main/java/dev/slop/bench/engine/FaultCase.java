package dev.slop.bench.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Many draws through a server of which three requests in ten go wrong, beside the same without faults. Refusals, errors
 * and resets come within 20 ms, as they do where nothing is computed; garbage takes an answer's time, and stalls last
 * until the deadline. The time allowed is 1.3 times the fault-free one, and the stalls divided by the requests under way.
 */
final class FaultCase {
    private static final int IN_FLIGHT = 64;
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final double PERMITTED = 1.3;
    private static final String[] FAULTS = {
        "limited=0.08",
        "retry-after=0.02",
        "failing=0.08",
        "dropped=0.06",
        "garbled=0.06",
        "stalled=0.02",
        "fault-millis=20"
    };

    private FaultCase() {}

    /** Takes {@code samples} and {@code seed}; false if a draw has not exactly one outcome, or it took too long. */
    static boolean run(Settings settings, Path folder, PrintStream out) throws IOException {
        int draws = settings.number("samples", 20_000);
        String seed = "seed=" + settings.number("seed", 1);
        double clean;
        try (LoopbackProcess server = new LoopbackProcess("min=100", "max=300", seed)) {
            clean = EngineRun.of(server.baseUrl(), folder.resolve("clean.jsonl"), draws, IN_FLIGHT, DEADLINE)
                    .seconds();
        }
        String[] behaviour = new String[FAULTS.length + 3];
        System.arraycopy(FAULTS, 0, behaviour, 3, FAULTS.length);
        behaviour[0] = "min=100";
        behaviour[1] = "max=300";
        behaviour[2] = seed;
        try (LoopbackProcess server = new LoopbackProcess(behaviour)) {
            Path journal = folder.resolve("faulty.jsonl");
            EngineRun run = EngineRun.of(server.baseUrl(), journal, draws, IN_FLIGHT, DEADLINE);
            return judge(draws, clean, run, JournalAudit.of(journal), server, out);
        }
    }

    private static boolean judge(
            int draws, double clean, EngineRun run, JournalAudit journal, LoopbackProcess server, PrintStream out)
            throws IOException {
        long stalls = run.retries("no answer within");
        double allowed = PERMITTED * clean + stalls * DEADLINE.toSeconds() / (double) IN_FLIGHT;
        Set<String> outcomes = new HashSet<>(journal.answers().keySet());
        outcomes.addAll(journal.failed());
        boolean once = outcomes.size() == draws && journal.twice().isEmpty();
        Map<Integer, Long> replies = server.replies();
        out.println(
                "| draws | with one outcome | failed | replies by status | stalls | fault-free s | wall s | allowed s |");
        out.println("|---|---|---|---|---|---|---|---|");
        out.printf(
                Locale.ROOT,
                "| %d | %d | %d | %s | %d | %.1f | %.1f | %.1f |%n",
                draws,
                outcomes.size() - journal.twice().size(),
                journal.failed().size(),
                replies,
                stalls,
                clean,
                run.seconds(),
                allowed);
        return once && run.seconds() <= allowed;
    }
}
