package dev.slop.metrics.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Unavailable;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.goodness.Target;
import dev.slop.metrics.grouping.AnswerGrouping;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the answers are, each number of the analysis says how it was made, or why it is not there, and none is NaN. */
class EdgeCasesTest {
    static Stream<long[][]> counts() {
        return Stream.of(
                new long[][] {{0}},
                new long[][] {{1}},
                new long[][] {{2}},
                new long[][] {{1, 1}},
                new long[][] {{0}, {0}},
                new long[][] {{1}, {0}},
                new long[][] {{1}, {1}},
                new long[][] {{1, 0}, {0, 1}},
                new long[][] {{2}, {2}},
                new long[][] {{2}, {1}},
                new long[][] {{1, 1}, {2, 0}},
                new long[][] {{1, 1, 0, 0}, {0, 0, 1, 1}},
                new long[][] {{30}, {30}, {30}},
                new long[][] {{30, 0}, {0, 30}},
                new long[][] {{1, 1, 1, 1, 1, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}},
                new long[][] {{1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}},
                new long[][] {{12, 1, 0}, {1, 12, 0}, {0, 0, 13}});
    }

    @ParameterizedTest
    @MethodSource("counts")
    void everyNumber_saysHowItWasMade_orWhyItIsNotThere(long[][] counts) throws ReflectiveOperationException {
        List<Answer> answers = new ArrayList<>();
        for (int prompt = 0; prompt < 2; prompt++) {
            for (int model = 0; model < counts.length; model++) {
                add(answers, "p" + prompt, "m" + model, counts[model]);
            }
        }
        List<PromptSpec> prompts = List.of(
                new PromptSpec("p0", "", AnswerRules.text(), AnswerGrouping.exact(), Optional.empty()),
                new PromptSpec(
                        "p1",
                        "",
                        AnswerRules.wholeNumber(0, 99),
                        AnswerGrouping.exact(),
                        Optional.of(Target.uniformIntegers(0, 99))));
        Analysis analysis = Analyzer.analyze(new AnswerTable(prompts, answers), new AnalysisOptions(1, .95, 99));
        List<String> said = new ArrayList<>();
        walk(analysis, "analysis", said);
        assertThat(said).hasSizeGreaterThan(50).allMatch(text -> !text.endsWith(": "));
    }

    private static void add(List<Answer> answers, String prompt, String model, long[] counts) {
        for (int cell = 0; cell < counts.length; cell++) {
            for (long i = 0; i < counts[cell]; i++) {
                answers.add(
                        new Answer(prompt, model, Answer.DEFAULT_VARIANT, answers.size(), Outcome.ANSWERED, "" + cell));
            }
        }
    }

    /** Collects what each number says of itself. */
    private static void walk(Object value, String path, List<String> said) throws ReflectiveOperationException {
        if (value instanceof Double number) {
            assertThat(number).as(path).isNotNaN();
        } else if (value instanceof OptionalDouble number) {
            number.ifPresent(present -> assertThat(present).as(path).isNotNaN());
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                walk(optional.get(), path, said);
            }
        } else if (value instanceof Iterable<?> items) {
            for (Object item : items) {
                walk(item, path + "[]", said);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Object item : map.values()) {
                walk(item, path + "{}", said);
            }
        } else if (value instanceof Record record) {
            if (record instanceof Estimate estimate) {
                assertThat(estimate.upper()).as(path).isGreaterThan(estimate.lower());
                said.add(path + ": " + estimate.method());
            } else if (record instanceof Unavailable unavailable) {
                said.add(path + ": " + unavailable.reason());
            }
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                walk(component.getAccessor().invoke(record), path + "." + component.getName(), said);
            }
        }
    }
}
