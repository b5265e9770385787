package dev.slop.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Analyzer;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.AnswerGrouping;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported tables as DuckDB reads them: an independent reader of all three formats. */
final class TableExportTest {
    private static final String HOSTILE = "=cmd|' /C calc'!A0\r\n\"two\" lines, ünï ☃ \uD83D\uDE00";

    @TempDir
    Path folder;

    /** Names and order are an interface: a change breaks the scripts of those who read the tables. */
    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void write_columns_areThoseDocumented(TableFormat format) throws IOException, SQLException {
        TableExport.write(analysis(), format, folder);

        assertThat(columns("answers", format))
                .containsExactly(
                        "prompt", "model", "variant", "index", "outcome", "group", "label", "cleaned", "text", "rules");
        assertThat(columns("groups", format))
                .containsExactly("prompt", "model", "group", "label", "count", "share", "models", "example");
        assertThat(columns("metrics", format))
                .containsExactly("prompt", "model", "metric", "value", "lower", "upper", "level", "method", "reason");
        assertThat(columns("pairs", format))
                .containsExactly("prompt", "a", "b", "metric", "value", "lower", "upper", "level", "method", "reason");
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void write_numbers_areReadBackAsTheyWere(TableFormat format) throws IOException, SQLException {
        Analysis analysis = analysis();
        TableExport.write(analysis, format, folder);

        assertThat(query("select count(*) from " + from("answers", format))).containsExactly("5");
        assertThat(query("select share from " + from("groups", format)
                        + " where prompt = 'p' and model = 'a' and label = 'mango'"))
                .containsExactly(String.valueOf(2 / 3.0));
        assertThat(query("select value from " + from("metrics", format) + " where model = 'a' and metric = 'distinct'"
                        + " and prompt = 'p'"))
                .containsExactly("2.0");
        assertThat(query("select count(*) from " + from("metrics", format)
                        + " where metric = 'topShare' and lower <= value and value <= upper and method is not null"))
                .first()
                .isNotEqualTo("0");
        assertThat(query("select value from " + from("pairs", format) + " where metric = 'jaccard' and prompt = 'p'"))
                .containsExactly(String.valueOf(1 / 3.0));
    }

    @ParameterizedTest
    @EnumSource(
            value = TableFormat.class,
            names = {"JSONL", "PARQUET"})
    void write_hostileText_isReadBackAsItWas(TableFormat format) throws IOException, SQLException {
        TableExport.write(analysis(), format, folder);

        assertThat(query("select text from " + from("answers", format) + " where model = 'b' and \"index\" = 1"))
                .containsExactly(HOSTILE);
    }

    @Test
    void write_formulaInCsv_isGuarded() throws IOException, SQLException {
        TableExport.write(analysis(), TableFormat.CSV, folder);

        assertThat(query("select text from " + from("answers", TableFormat.CSV)
                        + " where model = 'b' and \"index\" = 1"))
                .containsExactly("'" + HOSTILE);
    }

    @Test
    void write_outcomes_areNamedAsInAnalysisJson() throws IOException, SQLException {
        PromptSpec prompt = new PromptSpec(
                "p", "A number?", AnswerRules.wholeNumber(1, 9), AnswerGrouping.exact(), Optional.empty());
        AnswerTable table = new AnswerTable(List.of(prompt), List.of(answer("a", 0, "10")));
        TableExport.write(Analyzer.analyze(table, new AnalysisOptions(1, 0.95, 99)), TableFormat.CSV, folder);

        assertThat(query("select outcome from " + from("answers", TableFormat.CSV)))
                .containsExactly("outOfRange");
    }

    /** More than one row group, cells of every type, every eighth empty, and a last group that fills no byte. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 50_000, 100_003})
    void write_parquetOfAnySize_isReadBack(int rows) throws IOException, SQLException {
        Table table = new Table("t", Column.integer("i"), Column.number("x"), Column.text("s"));
        SplittableRandom random = new SplittableRandom(rows);
        long sum = 0;
        int empty = 0;
        for (int i = 0; i < rows; i++) {
            boolean isEmpty = random.nextInt(8) == 0;
            empty += isEmpty ? 1 : 0;
            sum += isEmpty ? 0 : i;
            table.add((long) i, i / 8.0, isEmpty ? null : "s" + i);
        }
        Path file = folder.resolve("t.parquet");
        try (OutputStream out = Files.newOutputStream(file)) {
            TableFormat.PARQUET.write(table, out);
        }

        assertThat(query("select count(*), count(s), coalesce(sum(i) filter (where s = 's' || i), 0),"
                        + " coalesce(sum(x), 0) from '" + file + "'"))
                .containsExactly(
                        rows + "|" + (rows - empty) + "|" + sum + "|" + ((double) rows * (rows - 1) / 16 + 0.0));
    }

    private String from(String table, TableFormat format) {
        String file = folder.resolve(table + "." + format.extension()).toString();
        return switch (format) {
            case CSV -> "read_csv('" + file + "', header = true, sample_size = -1)";
            case JSONL -> "read_json_auto('" + file + "')";
            case PARQUET -> "read_parquet('" + file + "')";
        };
    }

    private List<String> columns(String table, TableFormat format) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + from(table, format) + " limit 0")) {
            ResultSetMetaData meta = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                names.add(meta.getColumnName(i));
            }
            return names;
        }
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i));
                }
                lines.add(String.join("|", cells));
            }
            return lines;
        }
    }

    private static Analysis analysis() {
        PromptSpec prompt =
                new PromptSpec("p", "A fruit?", AnswerRules.text(), AnswerGrouping.exact(), Optional.empty());
        List<Answer> answers = List.of(
                answer("a", 0, "Mango"),
                answer("a", 1, "mango"),
                answer("a", 2, "Apple"),
                answer("b", 0, "Mango"),
                answer("b", 1, HOSTILE));
        return Analyzer.analyze(new AnswerTable(List.of(prompt), answers), new AnalysisOptions(1, 0.95, 99));
    }

    private static Answer answer(String model, int index, String text) {
        return new Answer("p", model, Answer.DEFAULT_VARIANT, index, Outcome.ANSWERED, text);
    }
}
