package dev.slop.bench.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Kills {@code slop run} with SIGKILL at random moments and runs it again. Each time, every answer that was in the journal
 * at the kill has to be there in the end, every draw to have one answer, and what the server was made to answer again has
 * to be no more than what was under way at the kill. All of the server's answers are different.
 */
final class KillCase {
    private static final int IN_FLIGHT = 16;

    private final int samples;
    private final Path folder;
    private final SplittableRandom random;

    private KillCase(int samples, Path folder, long seed) {
        this.samples = samples;
        this.folder = folder;
        this.random = new SplittableRandom(seed);
    }

    /** What one round came to. */
    private record Round(int journalled, int underWay, long asked, List<String> violations) {}

    /** Takes {@code rounds}, {@code samples}, {@code seed}; false if anything was lost, doubled or asked too often. */
    static boolean run(Settings settings, Path folder, PrintStream out) throws IOException, InterruptedException {
        int samples = settings.number("samples", 1_000);
        KillCase kills = new KillCase(samples, folder, settings.number("seed", 1));
        out.println("| round | answers in the journal at the kill | under way | answered again | violations |");
        out.println("|---|---|---|---|---|");
        int violations = 0;
        for (int i = 1; i <= settings.number("rounds", 50); i++) {
            Round round = kills.round(i);
            violations += round.violations().size();
            out.printf(
                    "| %d | %d | %d | %d | %s |%n",
                    i,
                    round.journalled(),
                    round.underWay(),
                    round.asked() - samples,
                    round.violations().isEmpty() ? "none" : String.join("; ", round.violations()));
        }
        return violations == 0;
    }

    private Round round(int number) throws IOException, InterruptedException {
        SlopCommand command = SlopCommand.ofClassPath(Files.createDirectories(folder.resolve("kill-" + number)));
        try (LoopbackProcess server = new LoopbackProcess("min=5", "max=20", "seed=" + number)) {
            command.prepare(server.baseUrl(), samples, "in-flight: " + IN_FLIGHT);
            kill(command, server);
            JournalAudit before = JournalAudit.of(command.journal());
            int exitCode = command.start("--quiet").waitFor();
            JournalAudit after = JournalAudit.of(command.journal());
            List<String> given = server.answers();
            return new Round(
                    before.answers().size(),
                    before.underWay().size(),
                    given.size(),
                    violations(before, after, given, exitCode));
        }
    }

    /** Anywhere from before the first request to shortly before the last answer. */
    private void kill(SlopCommand command, LoopbackProcess server) throws IOException, InterruptedException {
        int answers = random.nextInt(samples);
        long further = random.nextLong(20_000);
        Process process = command.start("--quiet");
        while (process.isAlive() && server.replies().getOrDefault(200, 0L) < answers) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.waitFor(further, TimeUnit.MICROSECONDS);
        process.destroyForcibly().waitFor();
    }

    private List<String> violations(JournalAudit before, JournalAudit after, List<String> given, int exitCode) {
        List<String> violations = new ArrayList<>();
        for (Map.Entry<String, String> answer : before.answers().entrySet()) {
            if (!answer.getValue().equals(after.answers().get(answer.getKey()))) {
                violations.add("lost " + answer.getValue());
            }
        }
        if (!after.twice().isEmpty()) {
            violations.add("two outcomes of " + after.twice());
        }
        if (after.answers().size() != samples || new HashSet<>(after.answers().values()).size() != samples) {
            violations.add(after.answers().size() + " answers instead of " + samples);
        }
        if (!new HashSet<>(given).containsAll(after.answers().values())) {
            violations.add("an answer that was never given");
        }
        int underWay = before.underWay().size();
        if (underWay > IN_FLIGHT || given.size() - samples > underWay) {
            violations.add(given.size() - samples + " answered again");
        }
        if (exitCode != 0) {
            violations.add("exit code " + exitCode);
        }
        return violations;
    }
}
