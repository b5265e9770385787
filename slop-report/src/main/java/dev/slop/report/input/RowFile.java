package dev.slop.report.input;

import dev.slop.core.ConfigurationException;
import dev.slop.report.input.ReadOptions.Format;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the answers out of one file of rows. */
final class RowFile {
    private final String file;
    private final String modelOfFile;
    private final Format format;
    private final ReadOptions options;
    private final AnswerCollector collector;
    private final Set<String> fieldsSeen = new LinkedHashSet<>();
    private Optional<Columns> columns = Optional.empty();
    private long unread;
    private @Nullable SkippedRow firstSkipped;

    RowFile(String file, String modelOfFile, Format format, ReadOptions options, AnswerCollector collector) {
        this.file = file;
        this.modelOfFile = modelOfFile;
        this.format = format;
        this.options = options;
        this.collector = collector;
    }

    void read(RowSource rows) throws IOException {
        int before = collector.size();
        while (rows.next()) {
            try {
                add(rows.row());
            } catch (UnreadableRowException e) {
                skip(new SkippedRow(file, rows.line(), e.field(), e.reason()));
            }
        }
        int read = collector.size() - before;
        if (read == 0) {
            throw nothing();
        }
        collector.took(taken(read));
    }

    private void add(Row row) throws UnreadableRowException {
        List<String> fields = row.fields();
        if (columns.isEmpty()) {
            fieldsSeen.addAll(fields);
            columns = Columns.of(options, fields);
            refuseHeader(fields);
        }
        if (columns.isEmpty()) {
            throw new UnreadableRowException("answer", "none of its fields looks like an answer");
        }
        collector.add(row, columns.get(), modelOfFile);
    }

    /** All rows of a CSV file have the same fields, so that there is no hope for the next. */
    private void refuseHeader(List<String> fields) {
        if (format == Format.CSV) {
            Columns.require(options, file, fields);
            if (columns.isEmpty()) {
                throw Columns.noAnswer(file, fields);
            }
        }
    }

    private void skip(SkippedRow row) {
        collector.skip(row);
        unread++;
        if (firstSkipped == null) {
            firstSkipped = row;
        }
    }

    private ConfigurationException nothing() {
        if (firstSkipped == null) {
            return new ConfigurationException(file + ": is empty, or has a header alone");
        }
        List<String> fields = List.copyOf(fieldsSeen);
        Columns.require(options, file, fields);
        return columns.isEmpty() && !fields.isEmpty()
                ? Columns.noAnswer(file, fields)
                : new ConfigurationException(
                        firstSkipped + " (none of the " + unread + " rows of the file can be read)");
    }

    private String taken(int read) {
        Columns known = columns.orElseThrow();
        return file + ": " + format + ", " + read + " answers; answer from '" + known.answer() + "', model from "
                + known.model().map(f -> "'" + f + "'").orElse("nothing: '" + modelOfFile + "'") + ", prompt from "
                + known.promptId().or(known::prompt).map(f -> "'" + f + "'").orElse("nothing: all to one");
    }
}
