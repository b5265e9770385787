package dev.slop.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.Comparer;
import dev.slop.metrics.analysis.Comparison;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.report.ComparisonJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ComparisonReportTest {
    private static final AnalysisOptions OPTIONS = new AnalysisOptions(1, 0.95, 199);
    private static final String HOSTILE = "\u001b[2J\u001b]0;owned\u0007\u202eevil\u2066\u0000\b\r\nx\t\uD83D";

    private static AnswerTable run(int prompts, String prompt, String model, boolean varied) {
        List<PromptSpec> specs = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int p = 0; p < prompts; p++) {
            String id = prompt + p;
            specs.add(new PromptSpec(id, id, AnswerRules.text(), AnswerGrouping.exact(), Optional.empty()));
            IntStream.range(0, 8)
                    .forEach(i -> answers.add(
                            new Answer(id, model, "default", i, Outcome.ANSWERED, varied ? "answer " + i : "same")));
        }
        return new AnswerTable(specs, answers);
    }

    private static Comparison shifted(int prompts, String prompt, String model) {
        return Comparer.runs(
                model, run(prompts, prompt, model, false), model, run(prompts, prompt, model, true), OPTIONS);
    }

    @Test
    void render_aShift_tellsWhatChangedAndTheMeans() {
        String shown = ComparisonReport.render(shifted(6, "p", "gpt"), TerminalStyle.plain());

        assertThat(shown.replaceAll("\\s+", " "))
                .contains("6 comparisons", "What changed from A to B", "Over 6 prompts", "less often in B")
                .contains("Mean over 6 prompts", "top answer's share 1.00 0.13 -0.88 [");
    }

    @Test
    void render_moreThanAScreen_saysHowManyMore() {
        String shown = ComparisonReport.render(shifted(30, "p", "gpt"), TerminalStyle.plain());

        assertThat(shown).contains("6 more, none surer");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void render_hostileNames_areHarmless(boolean unicode) {
        Comparison comparison = shifted(2, HOSTILE, HOSTILE);

        String shown = ComparisonReport.render(comparison, new TerminalStyle(80, false, unicode));

        assertThat(shown.codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE);
        assertThat(unicode || shown.codePoints().allMatch(c -> c < 0x80)).isTrue();
    }

    @Test
    void tree_hasWhatTheSchemaSays() {
        var tree = ComparisonJson.tree(shifted(2, "p", "gpt"), "1");

        assertThat(tree.path("cells")
                        .get(0)
                        .path("agreement")
                        .path("difference")
                        .path("value")
                        .asDouble())
                .isEqualTo(-1);
        assertThat(tree.path("cells").get(0).path("model").asText()).isEqualTo("gpt");
        assertThat(tree.path("overall")
                        .get(0)
                        .path("agreement")
                        .path("pValue")
                        .path("value")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(tree.path("findings")).hasSize(3);
        assertThat(tree.path("limits")).isNotEmpty();
        assertThat(tree.fieldNames())
                .toIterable()
                .containsExactly(
                        "schema",
                        "slopVersion",
                        "options",
                        "a",
                        "b",
                        "cells",
                        "overall",
                        "leftOut",
                        "findings",
                        "limits");
    }
}
