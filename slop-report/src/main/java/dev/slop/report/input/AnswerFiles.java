package dev.slop.report.input;

import dev.slop.core.ConfigurationException;
import dev.slop.report.input.ReadOptions.Format;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads answers from anywhere: a run's journal, JSON Lines, CSV. Files are read as UTF-8, with or without a byte-order
 * mark, row by row. A row that cannot be read is left out and named in {@link ReadAnswers#skipped()}.
 */
public final class AnswerFiles {
    private AnswerFiles() {}

    /**
     * Reads files into one table.
     *
     * @param files at least one
     * @param options how they are read
     * @return the answers of all files together
     * @throws ConfigurationException if a file cannot be read, is empty, holds no readable row or lacks a named column
     */
    public static ReadAnswers read(List<Path> files, ReadOptions options) {
        AnswerCollector collector = new AnswerCollector();
        for (Path file : files) {
            try {
                read(file, options, collector);
            } catch (IOException e) {
                throw new ConfigurationException(file + ": " + reason(e), e);
            }
        }
        return collector.toTable(options);
    }

    private static void read(Path file, ReadOptions options, AnswerCollector collector) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ConfigurationException(file + ": is a folder; name its journal.jsonl");
        }
        Format format = options.format() == Format.AUTO ? FormatGuess.of(file) : options.format();
        if (format == Format.JOURNAL) {
            JournalAnswers.read(file, collector);
            return;
        }
        try (BufferedReader reader = open(file)) {
            RowSource rows = format == Format.JSONL ? new JsonLinesRows(reader) : new CsvRows(reader);
            new RowFile(file, format, options, collector).read(rows);
        }
    }

    static BufferedReader open(Path file) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException ? "may not be read" : Reasons.oneLine(String.valueOf(e.getMessage()));
    }
}
