package dev.slop.bench.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The whole process {@code ./slop run}, from the launcher to the report: wall time and peak resident memory. */
final class CommandCase {
    private static final int IN_FLIGHT = 256;
    private static final double LATENCY_SECONDS = 0.2;

    private CommandCase() {}

    /** Takes {@code launcher} and {@code samples}, several separated by commas. */
    static boolean run(Settings settings, Path folder, PrintStream out) throws IOException, InterruptedException {
        String launcher = settings.text("launcher", "./slop");
        out.println("| samples | in flight | ideal s | wall s | peak RSS MB | answers |");
        out.println("|---|---|---|---|---|---|");
        boolean all = true;
        for (String samples : settings.text("samples", "1000,5000,20000").split(",", -1)) {
            all &= row(launcher, Integer.parseInt(samples), folder, out);
        }
        return all;
    }

    private static boolean row(String launcher, int samples, Path folder, PrintStream out)
            throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("command-" + samples));
        SlopCommand command = new SlopCommand(List.of(launcher), own);
        try (LoopbackProcess server = new LoopbackProcess("min=200", "max=200")) {
            server.warmUp(IN_FLIGHT);
            command.prepare(server.baseUrl(), samples, "in-flight: " + IN_FLIGHT);
            long start = System.nanoTime();
            Process process = command.start("--quiet");
            long peakKilobytes = 0;
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                peakKilobytes = Math.max(peakKilobytes, residentKilobytes(process.pid()));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            int answers = JournalAudit.of(command.journal()).answers().size();
            out.printf(
                    Locale.ROOT,
                    "| %d | %d | %.1f | %.1f | %.0f | %d |%n",
                    samples,
                    IN_FLIGHT,
                    LATENCY_SECONDS * Math.ceil((double) samples / IN_FLIGHT),
                    seconds,
                    peakKilobytes / 1024.0,
                    answers);
            return process.exitValue() == 0 && answers == samples;
        }
    }

    /** The kernel's own peak of the process, which the launcher turns into by exec; 0 where it is not told. */
    private static long residentKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
