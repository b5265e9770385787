package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerKindTest {
    private static AnswerKind kind(String... answers) {
        Study study = new Study().prompt("p", "Prompt");
        for (String answer : answers) {
            study.answered("p", "m", 1, answer);
        }
        return AnswerKind.of(study.analysis().prompts().get(0));
    }

    @Test
    void wholeNumbers_areNumbers() {
        assertThat(kind("1", "-20", "300")).isEqualTo(AnswerKind.NUMBER);
        assertThat(kind("1", "2", "three")).isEqualTo(AnswerKind.TEXT);
        assertThat(kind("12345678901234567890")).isEqualTo(AnswerKind.TEXT);
    }

    @Test
    void mostlyNamesOfColours_areColours() {
        assertThat(kind("Teal", "Sky Blue", "colour of doubt")).isEqualTo(AnswerKind.COLOUR);
        assertThat(kind("Teal", "Mango", "Apple")).isEqualTo(AnswerKind.TEXT);
    }

    @Test
    void noAnswers_areText() {
        assertThat(kind()).isEqualTo(AnswerKind.TEXT);
    }

    @Test
    void colour_isTakenFromTheListAlone() {
        assertThat(CssColours.named("Sky Blue")).contains("skyblue");
        assertThat(CssColours.named("rebecca-purple")).contains("rebeccapurple");
        assertThat(CssColours.named("transparent")).isEmpty();
        assertThat(CssColours.named("red;background:url(x)")).isEmpty();
        assertThat(CssColours.named("")).isEmpty();
        assertThat(CssColours.named("#ff0000")).isEmpty();
    }
}
