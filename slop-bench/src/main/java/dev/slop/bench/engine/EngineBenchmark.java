package dev.slop.bench.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the sampling engine reaches against loopback servers in processes of their own. Prints tables in Markdown, and ends
 * with 1 if an answer was lost or doubled, or a bound was missed.
 *
 * <p>Arguments: cases, of {@code rates}, {@code command}, {@code faults}, {@code kill} and {@code journal} (all if none),
 * and settings as {@code name=value}: {@code seconds} (of {@code rates}), {@code samples}, {@code rounds} (of {@code
 * kill}), {@code syncs}, {@code draws} and {@code records} (of {@code journal}), {@code seed}, {@code launcher} (of {@code
 * command}), and {@code dir}, the folder for journals, whose disk is measured.
 */
public final class EngineBenchmark {
    private static final List<String> CASES = List.of("rates", "command", "faults", "kill", "journal");

    private EngineBenchmark() {}

    /**
     * Runs the cases.
     *
     * @param args cases and settings
     * @throws IOException if a server, a process or a journal fails
     * @throws InterruptedException if the wait for a process is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Settings settings = Settings.of(List.of(args));
        List<String> named = List.of(args).stream()
                .filter(argument -> argument.indexOf('=') < 0)
                .toList();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean held = true;
        for (String name : named.isEmpty() ? CASES : named) {
            out.printf(Locale.ROOT, "%n### %s%n", name);
            held &= run(name, settings, folder(settings, name), out);
        }
        System.exit(held ? 0 : 1);
    }

    private static Path folder(Settings settings, String name) throws IOException {
        Path parent = Files.createDirectories(Path.of(settings.text("dir", "target/engine")));
        return Files.createTempDirectory(parent, name + "-").toAbsolutePath();
    }

    private static boolean run(String name, Settings settings, Path folder, PrintStream out)
            throws IOException, InterruptedException {
        switch (name) {
            case "rates" -> {
                return RateCase.run(settings, folder, out);
            }
            case "journal" -> {
                JournalCase.run(settings, folder, out);
                return true;
            }
            case "command" -> {
                return CommandCase.run(settings, folder, out);
            }
            case "faults" -> {
                return FaultCase.run(settings, folder, out);
            }
            case "kill" -> {
                return KillCase.run(settings, folder, out);
            }
            default -> throw new IllegalArgumentException("there is no case '" + name + "', but " + CASES);
        }
    }
}
