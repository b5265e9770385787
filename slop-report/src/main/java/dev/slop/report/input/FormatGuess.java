package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slop.core.ConfigurationException;
import dev.slop.report.input.ReadOptions.Format;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells a file's format from its content; its name says nothing. */
final class FormatGuess {
    /** Lines looked at for one that is whole: a journal's first line may be damaged. */
    private static final int LINES = 20;

    private FormatGuess() {}

    static Format of(Path file) throws IOException {
        try (BufferedReader reader = AnswerFiles.open(file)) {
            boolean json = false;
            int looked = 0;
            @Nullable String line = reader.readLine();
            while (line != null && looked < LINES) {
                String start = line.stripLeading();
                if (start.startsWith("[") && !json) {
                    throw new ConfigurationException(
                            file + ": begins with a JSON list; JSON Lines (one object a line) and CSV can be read");
                }
                if (!start.isEmpty() && !start.startsWith("{") && !json) {
                    return Format.CSV;
                }
                if (isJournal(start)) {
                    return Format.JOURNAL;
                }
                json |= start.startsWith("{");
                looked++;
                line = reader.readLine();
            }
            if (!json) {
                throw new ConfigurationException(file + ": is empty");
            }
            return Format.JSONL;
        }
    }

    private static boolean isJournal(String line) {
        try {
            JsonNode node = JsonLinesRows.parse(line);
            return node.path("v").isInt() && node.path("event").isTextual();
        } catch (UnreadableRowException e) {
            return false;
        }
    }
}
