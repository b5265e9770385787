package dev.slop.bench.engine;

import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.TokenUsage;
import dev.slop.core.journal.Journal;
import dev.slop.core.journal.JournalReader;
import dev.slop.core.journal.RunHeader;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Records a second on the disk, beside what the disk itself can do, and the time to read a journal. */
final class JournalCase {
    private static final int RECORD_BYTES = 350;
    private static final int IN_FLIGHT = 256;

    private JournalCase() {}

    /** Takes {@code syncs}, {@code draws} and {@code records}. */
    static void run(Settings settings, Path folder, PrintStream out) throws IOException {
        out.println("| journal | rate |");
        out.println("|---|---|");
        int syncs = settings.number("syncs", 3_000);
        row(out, "the disk: 350 bytes and an fsync, one after the other", syncs, disk(folder, syncs), "/s");
        row(out, "records with an fsync each", syncs, single(folder, syncs), "/s");
        int draws = settings.number("draws", 20_000);
        double seconds = engine(folder, draws);
        row(out, "records of the engine, groups share an fsync, 256 in flight", 2 * draws, seconds, "/s");
        int records = settings.number("records", 1_000_000);
        out.printf(Locale.ROOT, "| %,d records read back | %.2f s |%n", records, read(folder, records));
    }

    private static void row(PrintStream out, String what, int count, double seconds, String unit) {
        out.printf(Locale.ROOT, "| %s | %,.0f%s |%n", what, count / seconds, unit);
    }

    private static double disk(Path folder, int count) throws IOException {
        byte[] record = new byte[RECORD_BYTES];
        try (FileOutputStream out =
                new FileOutputStream(folder.resolve("disk.bin").toFile())) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                out.write(record);
                out.getFD().sync();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static double single(Path folder, int count) {
        try (Journal journal = Journal.open(folder.resolve("single.jsonl"), header())) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                journal.finished(sample(EngineRun.request(i)), Optional.empty());
                journal.sync();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static double engine(Path folder, int draws) {
        CompletionProvider atOnce = request -> CompletableFuture.completedFuture(Completion.of("Mango"));
        return EngineRun.of(atOnce, folder.resolve("engine.jsonl"), draws, IN_FLIGHT, Duration.ofMinutes(1))
                .seconds();
    }

    private static double read(Path folder, int records) throws IOException {
        Path file = folder.resolve("long.jsonl");
        try (Journal journal = Journal.open(file, header())) {
            for (int i = 0; i < records / 2; i++) {
                CompletionRequest request = EngineRun.request(i);
                journal.sent(request, 1, Instant.now());
                journal.finished(sample(request), Optional.empty());
            }
        }
        long start = System.nanoTime();
        int samples = JournalReader.read(file).samples().size();
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(file);
        if (samples != records / 2) {
            throw new IllegalStateException(samples + " samples read back of " + records / 2);
        }
        return seconds;
    }

    private static RunHeader header() {
        return new RunHeader("journal", "benchmark", Instant.now());
    }

    private static Sample sample(CompletionRequest request) {
        return new Sample(
                request.key(),
                request.hash(),
                Outcome.ANSWERED,
                "Mango number " + request.key().index(),
                Optional.of(new FinishReason(FinishReason.Kind.STOP, "stop")),
                TokenUsage.of(12, 3),
                1,
                Instant.now(),
                Duration.ofNanos(123_456_789),
                Optional.of("m-1"),
                Optional.of("req_" + request.key().index()),
                Optional.empty());
    }
}
