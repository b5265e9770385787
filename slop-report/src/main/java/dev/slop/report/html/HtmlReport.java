package dev.slop.report.html;

import dev.slop.metrics.analysis.Analysis;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes an analysis as one HTML page that needs nothing else: style, scripts and data are inside, it opens from disk
 * and asks no network for anything. Without JavaScript it reads as text and tables; with it, charts and a searchable
 * list of the answers are added.
 *
 * <p>Every text of the analysis is taken as hostile: it is escaped for the place where it stands, characters that
 * reorder or hide text are shown by their code, none becomes a link or a style, and a Content-Security-Policy permits
 * the page's own scripts and style by their SHA-256 alone. Long answers are shortened, with a mark, so that 24 models
 * × 100 prompts × 10 answers stay under 3 MB. Equal input gives equal bytes.
 */
public final class HtmlReport {
    /** The templates' classes are generated into this package, so that what they show need not be public. */
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

    private HtmlReport() {}

    /**
     * Writes the page to a file, in UTF-8.
     *
     * @param analysis what is told
     * @param summary what a reader should know beside it
     * @param file is replaced if it exists
     * @throws IOException if it cannot be written
     */
    public static void write(Analysis analysis, RunSummary summary, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(analysis, summary, out);
        }
    }

    /**
     * Writes the page; it says of itself that it is UTF-8.
     *
     * @param analysis what is told
     * @param summary what a reader should know beside it
     * @param out is neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public static void write(Analysis analysis, RunSummary summary, Writer out) throws IOException {
        try {
            TEMPLATES.render("report.jte", Page.of(analysis, summary), new WriterOutput(out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
