package dev.slop.metrics.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slop.metrics.answer.CleanedAnswer.Step;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRulesTest {
    @Test
    void text_leavesATraceOfEveryChange() {
        CleanedAnswer cleaned = AnswerRules.text().apply("Sure! Here's one:\n\n**Mango** 🥭");
        assertThat(cleaned.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(cleaned.text()).isEqualTo("mango");
        assertThat(cleaned.trace())
                .containsExactly(
                        new Step("markdown", "Sure! Here's one:\n\nMango 🥭"),
                        new Step("preamble", "Mango 🥭"),
                        new Step("emoji", "Mango"),
                        new Step("case", "mango"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mango|mango",
                "mango.|mango",
                "1. Mango|mango",
                "🍎|🍎",
                "🍎!|🍎",
                "Sure, here's one: 🍎|🍎",
                "?|?",
                "芒果。|芒果",
                "\"Mango\" 🥭|mango",
                "ＭＡＮＧＯ|mango"
            })
    void text_leavesTheAnswer(String answer, String expected) {
        assertThat(AnswerRules.text().apply(answer).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u200B\u202E", "\u001B[0m\u0000"})
    void apply_nothingVisible_isEmpty(String answer) {
        CleanedAnswer cleaned = AnswerRules.text().apply(answer);
        assertThat(cleaned.outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(cleaned.text()).isEmpty();
        assertThat(AnswerRules.wholeNumber(1, 100).apply(answer).outcome()).isEqualTo(Outcome.EMPTY);
    }

    @Test
    void wholeNumber_traceShowsWhereItFailed() {
        AnswerRules rules = AnswerRules.wholeNumber(1, 100);
        assertThat(rules.apply("**42**").trace()).containsExactly(new Step("markdown", "42"));
        CleanedAnswer pi = rules.apply("about 3.14");
        assertThat(pi.outcome()).isEqualTo(Outcome.OUT_OF_RANGE);
        assertThat(pi.text()).isEmpty();
        assertThat(pi.trace()).containsExactly(new Step("number", "3.14"), new Step("range", ""));
        assertThat(rules.apply("no idea").trace()).containsExactly(new Step("number", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42|42",
                "42.|42",
                "**42**|42",
                "forty-two|42",
                "The number is 42|42",
                "4️⃣2️⃣|42",
                "４２|42",
                "forty–two|42",
                "100|100",
                "1|1"
            })
    void wholeNumber_readsTheNumber(String answer, String expected) {
        assertThat(AnswerRules.wholeNumber(1, 100).apply(answer).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "3.14", "-42", "−42", "1,000", "mango", "1/2", "½"})
    void wholeNumber_others_areOutOfRange(String answer) {
        assertThat(AnswerRules.wholeNumber(1, 100).apply(answer).outcome()).isEqualTo(Outcome.OUT_OF_RANGE);
    }

    @Test
    void wholeNumber_byLocale() {
        assertThat(AnswerRules.wholeNumber(1, 5000, Locale.GERMAN)
                        .apply("1.000")
                        .text())
                .isEqualTo("1000");
        assertThat(AnswerRules.wholeNumber(1, 5000).apply("1,000").text()).isEqualTo("1000");
    }

    @Test
    void choice_othersAreOutOfRange() {
        AnswerRules rules = AnswerRules.choice(List.of("Heads", "Tails"));
        assertThat(rules.apply("I got **tails**!").text()).isEqualTo("Tails");
        assertThat(rules.apply("the edge").outcome()).isEqualTo(Outcome.OUT_OF_RANGE);
    }

    @Test
    void rules_areListedReorderedAddedAndLeftOut() {
        AnswerRules rules = AnswerRules.of(List.of(AnswerRule.lowerCase(), AnswerRule.whiteSpace()));
        assertThat(rules.names()).containsExactly("case", "white-space");
        assertThat(rules.inOrder(List.of("white-space", "case")).names()).containsExactly("white-space", "case");
        assertThat(rules.without("case").apply(" A ").text()).isEqualTo("A");
        AnswerRule shout = AnswerRule.of("shout", text -> text + "!");
        assertThat(rules.with(shout).apply("A").text()).isEqualTo("a!");
        assertThat(rules.withBefore("case", shout).names()).containsExactly("shout", "case", "white-space");
        AnswerRule other = AnswerRule.of("case", text -> text.toUpperCase(Locale.ROOT));
        assertThat(rules.with(other).apply("a").text()).isEqualTo("A");
        assertThat(rules.apply("A").text()).isEqualTo("a");
    }

    @Test
    void rules_misnamed_areRefusedWithTheNames() {
        AnswerRules rules = AnswerRules.text();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.without("emojis"))
                .withMessageContaining("emojis")
                .withMessageContaining("closing-offer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerRule.named("emojis"))
                .withMessageContaining("emoji, case");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerRules.of(List.of(AnswerRule.emoji(), AnswerRule.emoji())));
        assertThatIllegalArgumentException().isThrownBy(() -> rules.inOrder(List.of("case")));
    }

    @Test
    void text_isEveryNamedRuleButFirstLine() {
        assertThat(AnswerRules.text().names())
                .containsExactly(
                        "invisible",
                        "quotes",
                        "dashes",
                        "unicode",
                        "markdown",
                        "list-numbering",
                        "preamble",
                        "closing-offer",
                        "emoji",
                        "case",
                        "white-space",
                        "punctuation");
    }
}
