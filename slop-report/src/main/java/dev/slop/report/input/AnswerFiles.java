package dev.slop.report.input;

import dev.slop.core.ConfigurationException;
import dev.slop.core.SameAnswer;
import dev.slop.report.RunFolder;
import dev.slop.report.embedding.ExperimentEmbedder;
import dev.slop.report.input.ReadOptions.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers from anywhere: a run's journal, JSON Lines, CSV, plain text, and the files of other tools, see {@link
 * ReadOptions.Format}. Files are UTF-8, with or without a byte-order mark, plain or packed with gzip or Zstandard, and
 * are read row by row. A row that cannot be read is left out and named in {@link ReadAnswers#skipped()}.
 */
public final class AnswerFiles {
    private AnswerFiles() {}

    /**
     * Reads files into one table.
     *
     * @param files at least one; a run folder stands for its journal
     * @param options how they are read
     * @return the answers of all files together
     * @throws ConfigurationException if a file cannot be read, is empty, holds no readable row or lacks a named column
     */
    public static ReadAnswers read(List<Path> files, ReadOptions options) {
        ExperimentEmbedder embedder =
                ExperimentEmbedder.installed(options.same().orElse(SameAnswer.EXACT));
        return read(files, options, InputStream.nullInputStream(), embedder, answers -> {});
    }

    /**
     * Reads files, or standard input, into one table.
     *
     * @param files at least one; a run folder stands for its journal, {@code -} for standard input
     * @param options how they are read
     * @param standardInput what stands for {@code -}
     * @param embedder for answers that are the same where they mean the same
     * @param progress is told how many answers were read so far, every time it is one more
     * @return the answers of all files together
     * @throws ConfigurationException if a file cannot be read, is empty, holds no readable row or lacks a named column,
     *     or the embedder is needed and cannot be had
     */
    public static ReadAnswers read(
            List<Path> files,
            ReadOptions options,
            InputStream standardInput,
            ExperimentEmbedder embedder,
            LongConsumer progress) {
        AnswerCollector collector = new AnswerCollector(progress);
        for (Path named : files) {
            Path path = journalOf(named);
            try (InputFile file = InputFile.open(path, standardInput)) {
                read(file, path, options, collector);
            } catch (IOException e) {
                throw new ConfigurationException(path + ": " + reason(e), e);
            }
        }
        return collector.toTable(options, embedder);
    }

    private static void read(InputFile file, Path path, ReadOptions options, AnswerCollector collector)
            throws IOException {
        Format format =
                options.format() == Format.AUTO ? FormatGuess.of(file.name(), file.head(), options) : options.format();
        String model = options.model().orElse(file.modelOfName());
        switch (format) {
            case AUTO -> throw new IllegalStateException("the format is known by now");
            case JOURNAL -> journal(file, path, collector);
            case CSV -> rows(file, format, model, options, collector, new CsvRows(file.reader()));
            case JSONL -> rows(file, format, model, options, collector, new JsonLinesRows(file.reader()));
            case JSON -> rows(file, format, model, options, collector, new JsonListRows(file.reader()));
            case TEXT, PARAGRAPHS -> text(file, format, model, collector);
            default -> tool(file, format, model, collector);
        }
    }

    private static void rows(
            InputFile file, Format format, String model, ReadOptions options, AnswerCollector collector, RowSource rows)
            throws IOException {
        new RowFile(file.name(), model, format, options, collector).read(rows);
    }

    private static void text(InputFile file, Format format, String model, AnswerCollector collector)
            throws IOException {
        int before = collector.size();
        TextLines text = new TextLines(collector, model);
        if (format == Format.TEXT) {
            text.lines(file.reader());
        } else {
            text.paragraphs(file.reader());
        }
        int read = collector.size() - before;
        if (read == 0) {
            throw new ConfigurationException(file.name() + ": is empty");
        }
        collector.took(file.name() + ": " + format + ", " + read + " answers, one a "
                + (format == Format.TEXT ? "line" : "paragraph") + "; model is '" + model + "', all to one prompt");
    }

    private static void tool(InputFile file, Format format, String model, AnswerCollector collector)
            throws IOException {
        RecordFile records = new RecordFile(file, format, tool(format), model, collector);
        switch (format) {
            case PROMPTFOO -> new JsonDocument(List.of("results", "results"), List.of(), records).read(file.reader());
            case INSPECT -> new JsonDocument(List.of("samples"), List.of("eval", "model"), records).read(file.reader());
            case SLOP_SCORE -> new JsonDocument(List.of("*", "samples"), List.of(), records).read(file.reader());
            case LLMRANDOM -> JsonDocument.readWhole(file.reader(), records);
            default -> records.readLines(file.reader());
        }
        records.end();
    }

    private static ToolFormat tool(Format format) {
        return switch (format) {
            case NOVELTYBENCH -> new NoveltyBench();
            case VERBALIZED_SAMPLING -> new VerbalizedSampling();
            case PROMPTFOO -> new Promptfoo();
            case DAT_BENCH -> new DatBench();
            case LM_EVAL -> new LmEvaluationHarness();
            case INSPECT -> new InspectLog();
            case OPENAI_BATCH -> new OpenAiBatch();
            case SLOP_SCORE -> new SlopScore();
            case LLMRANDOM -> new LlmRandom();
            default -> throw new IllegalStateException(format + " is no tool's");
        };
    }

    /** A journal is read by its own reader, which wants a file. */
    private static void journal(InputFile file, Path path, AnswerCollector collector) throws IOException {
        @Nullable Path copy = null;
        try {
            if (file.isPlain()) {
                JournalAnswers.read(path, file.name(), beside(path), collector);
                return;
            }
            copy = Files.createTempFile("slop-journal", ".jsonl");
            try (var out = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
                file.reader().transferTo(out);
            }
            JournalAnswers.read(copy, file.name(), beside(path), collector);
        } finally {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static Optional<RunFolder> beside(Path journal) {
        return journal.equals(InputFile.STANDARD_INPUT)
                ? Optional.empty()
                : Optional.of(new RunFolder(journal.resolveSibling("")));
    }

    /** {@return a run folder's journal, or the file itself} */
    private static Path journalOf(Path path) {
        Path journal = new RunFolder(path).journal();
        return Files.isDirectory(path) && Files.exists(journal) ? journal : path;
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException ? "may not be read" : Reasons.oneLine(String.valueOf(e.getMessage()));
    }
}
