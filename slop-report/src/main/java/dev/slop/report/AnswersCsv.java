package dev.slop.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.MeasuredAnswer;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes {@code answers.csv}: every answer with what cleaning and grouping made of it, one a row, as RFC 4180 has it
 * (comma, double quotes doubled, CRLF), under a header.
 *
 * <p>Columns: {@code prompt, model, variant, index, outcome, group, label, cleaned, text, rules}. {@code group},
 * {@code label} and {@code cleaned} are empty where the answer is not measured; {@code rules} are parted by
 * semicolons. A cell that begins with {@code = + - @}, tab or carriage return gets a leading apostrophe, so that no
 * spreadsheet takes an answer for a formula; plain numbers such as {@code -5} stay as they are.
 */
public final class AnswersCsv {
    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumn("prompt")
            .addColumn("model")
            .addColumn("variant")
            .addNumberColumn("index")
            .addColumn("outcome")
            .addNumberColumn("group")
            .addColumn("label")
            .addColumn("cleaned")
            .addColumn("text")
            .addColumn("rules")
            .setUseHeader(true)
            .setLineSeparator("\r\n")
            .build();

    private static final ObjectWriter ROWS = CsvMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writerFor(Object[].class)
            .with(SCHEMA);

    private AnswersCsv() {}

    /**
     * Writes the answers of an analysis.
     *
     * @param analysis whose answers are written
     * @param out left open
     * @throws IOException if {@code out} throws it
     */
    public static void write(Analysis analysis, Writer out) throws IOException {
        try (SequenceWriter rows = ROWS.writeValues(out)) {
            for (PromptAnalysis prompt : analysis.prompts()) {
                for (MeasuredAnswer answer : prompt.answers()) {
                    rows.write(row(prompt, answer));
                }
            }
        }
        out.flush();
    }

    private static Object[] row(PromptAnalysis prompt, MeasuredAnswer measured) {
        boolean grouped = measured.group().isPresent();
        return new Object[] {
            SpreadsheetCell.guard(measured.answer().prompt()),
            SpreadsheetCell.guard(measured.answer().model()),
            SpreadsheetCell.guard(measured.answer().variant()),
            measured.answer().index(),
            OutcomeNames.of(measured.outcome()),
            grouped ? (Object) measured.group().getAsInt() : "",
            grouped ? SpreadsheetCell.guard(label(prompt, measured.group().getAsInt())) : "",
            SpreadsheetCell.guard(measured.cleaned()),
            SpreadsheetCell.guard(measured.answer().text()),
            SpreadsheetCell.guard(String.join(";", measured.rules()))
        };
    }

    private static String label(PromptAnalysis prompt, int group) {
        return prompt.pooled().groups().get(group).label();
    }
}
