package dev.slop.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.analysis.Analysis;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswersCsvTest {
    private static final String HEADER = "prompt,model,variant,index,outcome,group,label,cleaned,text,rules\r\n";

    @Test
    void write_answers_oneRowEach() throws IOException {
        assertThat(csv("Mango", "Apple", "Mango"))
                .isEqualTo(HEADER
                        + "p,a/b,default,0,answered,0,Mango,Mango,Mango,trim\r\n"
                        + "p,a/b,default,1,answered,1,Apple,Apple,Apple,trim\r\n"
                        + "p,a/b,default,2,answered,0,Mango,Mango,Mango,trim\r\n");
    }

    @Test
    void write_refusal_leavesGroupLabelAndCleanedEmpty() throws IOException {
        Analysis analysis = AnalysisFixtures.ofPrompts(
                AnalysisFixtures.prompt("p", "?", new TreeMap<>(Map.of("a/b", List.of())), Optional.empty(), 1));

        assertThat(csv(analysis)).isEqualTo(HEADER + "p,a/b,default,0,refused,,,,No.,\r\n");
    }

    @Test
    void write_noAnswers_stillHasTheHeader() throws IOException {
        assertThat(csv(AnalysisFixtures.ofPrompts())).isEqualTo(HEADER);
    }

    @Test
    void write_quotesCommasAndLines_areQuoted() throws IOException {
        assertThat(csv("a \"b\",\r\nc")).contains(",\"a \"\"b\"\",\r\nc\",trim\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(1)", "\t=1", "-", "+49 30 123", "--5"})
    void guard_formula_getsAnApostrophe(String text) {
        assertThat(SpreadsheetCell.guard(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+5", "-5.25", "1=1", "", "a@b", "-1e-9"})
    void guard_numberOrText_stays(String text) {
        assertThat(SpreadsheetCell.guard(text)).isEqualTo(text);
    }

    @Test
    void guard_longDigits_areQuickToJudge() {
        assertThat(SpreadsheetCell.guard("-" + "1".repeat(200_000))).startsWith("'-1");
    }

    private static String csv(String... answers) throws IOException {
        return csv(AnalysisFixtures.ofPrompts(AnalysisFixtures.prompt(
                "p", "?", new TreeMap<>(Map.of("a/b", List.of(answers))), Optional.empty(), 0)));
    }

    private static String csv(Analysis analysis) throws IOException {
        StringWriter out = new StringWriter();
        AnswersCsv.write(analysis, out);
        return out.toString();
    }
}
