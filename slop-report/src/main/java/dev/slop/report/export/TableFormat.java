package dev.slop.report.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.slop.report.SpreadsheetCell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formats of exported tables. An empty cell is empty in CSV, left out in JSON Lines, null in Parquet. */
public enum TableFormat {
    /** RFC 4180, UTF-8. A text that a spreadsheet would take for a formula gets a leading apostrophe. */
    CSV("csv") {
        @Override
        void write(Table table, OutputStream out) throws IOException {
            CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
            table.columns().forEach(column -> schema.addColumn(column.name()));
            ObjectWriter writer = CsvMapper.builder()
                    .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                    .build()
                    .writerFor(Object[].class)
                    .with(schema.build());
            try (SequenceWriter rows = writer.writeValues(writer(out))) {
                for (@Nullable Object[] row : table.rows()) {
                    rows.write(guarded(row));
                }
            }
        }
    },
    /** One JSON object a row. */
    JSONL("jsonl") {
        @Override
        void write(Table table, OutputStream out) throws IOException {
            try (Writer text = writer(out);
                    JsonGenerator json = new JsonMapper().createGenerator(text)) {
                json.setRootValueSeparator(new SerializedString(""));
                for (@Nullable Object[] row : table.rows()) {
                    object(table.columns(), row, json);
                    json.writeRaw('\n');
                }
            }
        }
    },
    /** Apache Parquet. */
    PARQUET("parquet") {
        @Override
        void write(Table table, OutputStream out) throws IOException {
            ParquetWriter.write(table, out);
        }
    };

    private final String extension;

    TableFormat(String extension) {
        this.extension = extension;
    }

    /** {@return how file names end, without the dot} */
    public String extension() {
        return extension;
    }

    /** Writes a table and closes {@code out}. */
    abstract void write(Table table, OutputStream out) throws IOException;

    private static Writer writer(OutputStream out) {
        return new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    private static @Nullable Object[] guarded(@Nullable Object[] row) {
        @Nullable Object[] guarded = row.clone();
        for (int i = 0; i < guarded.length; i++) {
            if (guarded[i] instanceof String text) {
                guarded[i] = SpreadsheetCell.guard(text);
            }
        }
        return guarded;
    }

    private static void object(List<Column> columns, @Nullable Object[] row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.length; i++) {
            Object cell = row[i];
            if (cell != null) {
                json.writeObjectField(columns.get(i).name(), cell);
            }
        }
        json.writeEndObject();
    }
}
