package dev.slop.report.input;

import dev.slop.core.SampleKey;
import dev.slop.metrics.answer.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Plain text: an answer a line, or an answer a paragraph. Blank lines are no answers. */
final class TextLines {
    private static final String ONE_PROMPT = "all";

    private final AnswerCollector collector;
    private final String model;

    TextLines(AnswerCollector collector, String model) {
        this.collector = collector;
        this.model = model;
    }

    void lines(BufferedReader reader) throws IOException {
        for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
            add(line);
        }
    }

    void paragraphs(BufferedReader reader) throws IOException {
        StringBuilder paragraph = new StringBuilder();
        for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank()) {
                add(paragraph.toString());
                paragraph.setLength(0);
            } else {
                paragraph.append(paragraph.length() == 0 ? "" : "\n").append(line);
            }
        }
        add(paragraph.toString());
    }

    private void add(String text) {
        if (!text.isBlank()) {
            collector.add(ONE_PROMPT, ONE_PROMPT, model, SampleKey.DEFAULT_VARIANT, Outcome.ANSWERED, text);
        }
    }
}
