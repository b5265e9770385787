package dev.slop.report.export;

import dev.slop.metrics.analysis.Analysis;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an analysis as four tidy tables, whose names and columns are an interface:
 *
 * <ul>
 *   <li>{@code answers}: {@code prompt, model, variant, index, outcome, group, label, cleaned, text, rules}
 *   <li>{@code groups}: {@code prompt, model, group, label, count, share, models, example}; the model {@code pooled} is
 *       all together, {@code models} is how many gave an answer of the group
 *   <li>{@code metrics}: {@code prompt, model, metric, value, lower, upper, level, method, reason}; without a model it is
 *       the prompt's, without a prompt the mean over prompts
 *   <li>{@code pairs}: {@code prompt, a, b, metric, value, lower, upper, level, method, reason}
 * </ul>
 *
 * <p>{@code metric} is the way to the number in {@code analysis.json}, with dots. What has no interval has only a value;
 * what could not be computed has only a reason.
 */
public final class TableExport {
    private TableExport() {}

    /**
     * Writes the tables into a folder.
     *
     * @param analysis what is written
     * @param format of the files
     * @param folder where they go; it exists
     * @return the files written, {@code answers} first
     * @throws IOException if one cannot be written
     */
    public static List<Path> write(Analysis analysis, TableFormat format, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Table table : AnalysisTables.of(analysis)) {
            Path file = folder.resolve(table.name() + "." + format.extension());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                format.write(table, out);
            }
            files.add(file);
        }
        return files;
    }
}
