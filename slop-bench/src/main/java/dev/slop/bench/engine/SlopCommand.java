package dev.slop.bench.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code slop run} of one prompt against a loopback server, as a process of its own.
 *
 * @param launcher what starts slop, without arguments
 * @param folder where the experiment, its run folder {@code out} and what it prints are
 */
public record SlopCommand(List<String> launcher, Path folder) {
    /**
     * {@return the command as started from this program's class path, without the launcher}
     *
     * @param folder where its files are
     */
    public static SlopCommand ofClassPath(Path folder) {
        return new SlopCommand(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.slop.cli.Slop"),
                folder);
    }

    /**
     * Writes the experiment.
     *
     * @param server base URL
     * @param samples draws
     * @param limits lines of the file, as {@code in-flight: 16}
     * @throws IOException if it cannot be written
     */
    public void prepare(URI server, int samples, String limits) throws IOException {
        Files.writeString(experiment(), """
                name: loopback
                models: [local/m]
                samples: %d
                prompts:
                  - {id: number, text: "Pick a number"}
                limits:
                  local: {%s}
                providers:
                  local: {type: openai, base-url: "%s"}
                """.formatted(samples, limits, server));
    }

    /**
     * Starts it.
     *
     * @param options further ones
     * @return the process; what it prints goes to {@code stdout.txt} and {@code stderr.txt}
     * @throws IOException if it cannot be started
     */
    public Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(
                "run", experiment().toString(), "--out", folder.resolve("out").toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("stdout.txt").toFile())
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
    }

    private Path experiment() {
        return folder.resolve("experiment.yaml");
    }

    /** {@return the journal of its runs} */
    public Path journal() {
        return folder.resolve("out").resolve("journal.jsonl");
    }
}
