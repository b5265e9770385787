package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slop.core.ConfigurationException;
import dev.slop.report.input.ReadOptions.Format;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the answers out of one file of another tool. */
final class RecordFile {
    private final InputFile file;
    private final Format format;
    private final ToolFormat tool;
    private final String modelOfName;
    private final AnswerCollector collector;
    /** Records that a later one may replace; they count only at the end. */
    private final Map<String, List<TakenAnswer>> replaceable = new LinkedHashMap<>();

    private final int before;
    private @Nullable SkippedRow firstSkipped;

    RecordFile(InputFile file, Format format, ToolFormat tool, String modelOfName, AnswerCollector collector) {
        this.file = file;
        this.format = format;
        this.tool = tool;
        this.modelOfName = modelOfName;
        this.collector = collector;
        this.before = collector.size();
    }

    String modelOfName() {
        return modelOfName;
    }

    void readLines(BufferedReader reader) throws IOException {
        JsonLinesRows lines = new JsonLinesRows(reader);
        while (lines.next()) {
            try {
                add(lines.line(), lines.record(), modelOfName);
            } catch (UnreadableRowException e) {
                skip(lines.line(), e.field(), e.reason());
            }
        }
    }

    /** A record that cannot be read is left out whole, and named. */
    void add(long line, JsonNode record, String model) {
        try {
            if (!record.isObject()) {
                throw new UnreadableRowException(UnreadableRowException.WHOLE_ROW, "not a JSON object");
            }
            List<TakenAnswer> answers = tool.take(record, model);
            Optional<String> key = tool.key(record);
            if (key.isPresent()) {
                replaceable.put(key.get(), new ArrayList<>(answers));
            } else {
                answers.forEach(this::collect);
            }
        } catch (UnreadableRowException e) {
            skip(line, e.field(), e.reason());
        }
    }

    private void collect(TakenAnswer answer) {
        collector.add(
                answer.prompt(),
                answer.promptText(),
                answer.model(),
                answer.variant(),
                answer.outcome(),
                answer.text());
    }

    void skip(long line, String field, String reason) {
        SkippedRow row = new SkippedRow(file.name(), line, field, reason);
        collector.skip(row);
        if (firstSkipped == null) {
            firstSkipped = row;
        }
    }

    /** Tells what was taken; nothing at all is an error. */
    void end() {
        replaceable.values().forEach(answers -> answers.forEach(this::collect));
        int read = collector.size() - before;
        if (read == 0) {
            throw new ConfigurationException(
                    firstSkipped == null ? file.name() + ": holds no answer" : String.valueOf(firstSkipped));
        }
        String remark = tool.remark().isEmpty() ? "" : "; " + tool.remark();
        collector.took(file.name() + ": " + format + ", " + read + " answers" + remark);
    }
}
