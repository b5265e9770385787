package dev.slop.report.html;

import dev.slop.metrics.analysis.Analysis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * The page's data as it stands inside of a script element: JSON in which nothing can end or open an element. Where it
 * is large it is one JSON string, the compressed JSON in Base64, and answers are shortened until it fits.
 */
final class DataBlock {
    private static final int LARGEST = 700_000;
    /** What is left where the page also tells in its tables what a large study's answers mean. */
    private static final int LARGEST_WITH_MEANING = 590_000;

    private static final int PLAIN = 300_000;
    private static final long TEXT_BYTES = 4_000_000;
    private static final double STEP = 0.9;

    private DataBlock() {}

    static String of(Analysis analysis, ModelNames names) {
        int largest = analysis.semantic().prompts().isEmpty() ? LARGEST : LARGEST_WITH_MEANING;
        long bytes = TEXT_BYTES;
        while (true) {
            TextBudget budget = TextBudget.of(analysis, bytes);
            String block = encoded(PageData.json(analysis, names, budget));
            if (block.length() <= largest || budget.limit() == TextBudget.SHORTEST) {
                return block;
            }
            bytes = (long) (bytes * STEP * largest / block.length());
        }
    }

    private static String encoded(String json) {
        return json.length() <= PLAIN ? escaped(json) : '"' + compressed(json) + '"';
    }

    /** In JSON these characters occur in strings alone, where their codes mean the same. */
    private static String escaped(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String compressed(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
