package dev.slop.metrics.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractingRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "42|42",
                "42.|42",
                "The number is 42|42",
                "3.14|3.14",
                "1,000|1000",
                "1,234,567.50|1234567.5",
                "1.000|1",
                "1,2,3|1",
                "12,3456|12",
                "-5|-5",
                "it is -5|-5",
                "-0|0",
                "007|7",
                "1/2|1/2",
                "42nd|42",
                "42%|42",
                "٤٢|42",
                "答案是42。|42",
                "B12, no: 7|7",
                "Between 1 and 100, I choose 42|42",
                "from 1 to 100: 42|42",
                "(1-100) 42|42",
                "42 (between 1 and 100)|42",
                "forty-two|42",
                "Forty two!|42",
                "one hundred and five|105",
                "a hundred|100",
                "two thousand three hundred and six|2306",
                "one million two|1000002",
                "minus seven|-7",
                "zero|0",
                "I pick one at random: seven|7",
                "one|1",
                "Between 1 and 100 I say sixty-three|63",
                "nineteen|19",
                "twenty twenty|20",
                "one two three|2"
            })
    void number_findsTheFirst(String text, String expected) {
        assertThat(AnswerRule.number(Locale.ROOT).apply(text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.000|1000", "3,14|3.14", "1.234.567,5|1234567.5", "1,000|1"})
    void number_readsTheStatedLocale(String text, String expected) {
        assertThat(AnswerRule.number(Locale.GERMAN).apply(text)).contains(expected);
    }

    @Test
    void number_frenchGroupsBySpace_swissByApostrophe() {
        assertThat(AnswerRule.number(Locale.FRANCE).apply("1 000")).contains("1000");
        assertThat(AnswerRule.number(Locale.forLanguageTag("de-CH")).apply("1'000"))
                .contains("1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mango", "between 1 and 100", "1-100", "B12", "-", "someone"})
    void number_withoutOne_isNone(String text) {
        assertThat(AnswerRule.number(Locale.ROOT).apply(text)).isEmpty();
    }

    @Test
    void range_takesWholeNumbersWithinOnly() {
        AnswerRule range = AnswerRule.range(1, 100);
        assertThat(range.apply("1")).contains("1");
        assertThat(range.apply("100")).contains("100");
        assertThat(range.apply("0")).isEmpty();
        assertThat(range.apply("101")).isEmpty();
        assertThat(range.apply("3.14")).isEmpty();
        assertThat(range.apply("99999999999999999999")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerRule.range(2, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I choose RED, not blue|Red",
                "reddish blue|Blue",
                "Dark  Blue!|dark blue",
                "bluered dark|",
                "我选芒果吧|芒果",
                "don’t know|don't know",
                "ｒｅｄ|Red",
                "Red\u0301|",
                "green|"
            })
    void choice_findsTheFirstWholeWord(String text, String expected) {
        AnswerRule choice = AnswerRule.choice(List.of("Red", "Blue", "dark blue", "dark", "芒果", "don't know"));
        if (expected == null) {
            assertThat(choice.apply(text).filter(found -> !found.equals("dark")))
                    .isEmpty();
        } else {
            assertThat(choice.apply(text)).contains(expected);
        }
    }

    @Test
    void choice_withoutChoices_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerRule.choice(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerRule.choice(List.of("a", " ")));
    }

    static Stream<Arguments> jsonFields() {
        return Stream.of(
                arguments("{\"answer\": \"Mango\"}", "Mango"),
                arguments("Sure: ```json {\"why\": \"the \\\"answer\\\": no\", \"answer\" : 42} ```", "42"),
                arguments("{\"answer\": {\"a\": [\"}\"]}, \"b\": 1}", "{\"a\": [\"}\"]}"),
                arguments("{\"answer\": \"a\\u0062\\n\\q\\uZZZZ\"}", "ab\nquZZZZ"),
                arguments("{\"answer\": true}", "true"),
                arguments("{\"x\": {\"answer\": [1, 2", "[1, 2"),
                arguments("{\"answer\": \"cut o", "cut o"));
    }

    @ParameterizedTest
    @MethodSource("jsonFields")
    void jsonField_findsItsValue(String text, String expected) {
        assertThat(AnswerRule.jsonField("answer").apply(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"answer\":", "{\"answer\"", "{\"other\": 1}", "no json", "\"", "{\"answer: 1}"})
    void jsonField_withoutIt_isNone(String text) {
        assertThat(AnswerRule.jsonField("answer").apply(text)).isEmpty();
    }

    @Test
    void regex_takesGroupOneOrTheMatch() {
        assertThat(AnswerRule.regex(Pattern.compile("is (\\w+)")).apply("it is mango"))
                .contains("mango");
        assertThat(AnswerRule.regex(Pattern.compile("m\\w+")).apply("it is mango"))
                .contains("mango");
        assertThat(AnswerRule.regex(Pattern.compile("x")).apply("mango")).isEmpty();
        assertThat(AnswerRule.regex(Pattern.compile("(?:a|b)*c")).apply("ab".repeat(500_000)))
                .isEmpty();
    }
}
