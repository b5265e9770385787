package dev.slop.metrics.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.answer.AnswerRule;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.CleanedAnswer;
import dev.slop.metrics.answer.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The facts that the "Different Models, Same Slop?" experiment prints, from its answers to its groups. */
class SameSlopAnswersTest {
    private static final List<String> LINES = lines();

    @Test
    void joke_nineAnswers_areTwoJokes() {
        List<String> jokes = cleaned("joke", AnswerRules.text());
        Grouping grouping = AnswerGrouping.nearDuplicate().group(jokes);
        assertThat(grouping.labels())
                .containsExactly(
                        "why don't scientists trust atoms? because they make up everything",
                        "why did the scarecrow win an award? because he was outstanding in his field");
        assertThat(grouping.groupOf()).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void joke_tailsThatCleaningDidNotCatch_areContained() {
        List<String> jokes =
                cleaned("joke", AnswerRules.text().without("closing-offer").without("emoji"));
        assertThat(AnswerGrouping.nearDuplicate().group(jokes).groupOf()).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void fruit_mangoTen_appleFive() {
        for (AnswerGrouping rule : List.of(AnswerGrouping.exact(), AnswerGrouping.nearDuplicate())) {
            assertThat(sizes(rule.group(cleaned("fruit", AnswerRules.text()))))
                    .isEqualTo(Map.of("mango", 10L, "apple", 5L));
        }
    }

    @Test
    void colour_fiveColours() {
        for (AnswerGrouping rule : List.of(AnswerGrouping.exact(), AnswerGrouping.nearDuplicate())) {
            assertThat(sizes(rule.group(cleaned("colour", AnswerRules.text()))))
                    .isEqualTo(Map.of("teal", 7L, "blue", 4L, "turquoise", 2L, "magenta", 1L, "red", 1L));
        }
    }

    @Test
    void number_allAreWholeNumbersInRange() {
        List<CleanedAnswer> numbers = clean("number", AnswerRules.wholeNumber(1, 100));
        assertThat(numbers).hasSize(150).allMatch(number -> number.outcome() == Outcome.ANSWERED);
        Map<String, Long> sizes =
                sizes(AnswerGrouping.exact().group(cleaned("number", AnswerRules.wholeNumber(1, 100))));
        assertThat(sizes.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(150);
        // claude-haiku: 49 times 42 and one other number; gpt-5-mini and gemini: 13 and 9 different ones
        assertThat(sizes.get("42")).isGreaterThanOrEqualTo(49);
    }

    private static Map<String, Long> sizes(Grouping grouping) {
        return grouping.groupOf().stream()
                .collect(Collectors.groupingBy(group -> grouping.labels().get(group), Collectors.counting()));
    }

    private static List<String> cleaned(String prompt, AnswerRules rules) {
        return clean(prompt, rules).stream().map(CleanedAnswer::text).toList();
    }

    private static List<CleanedAnswer> clean(String prompt, AnswerRules rules) {
        return LINES.stream()
                .filter(line -> field(line, "prompt_id").equals(prompt))
                .map(line -> rules.apply(field(line, "text")))
                .toList();
    }

    private static String field(String line, String name) {
        return AnswerRule.jsonField(name).apply(line).orElseThrow();
    }

    private static List<String> lines() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        SameSlopAnswersTest.class.getResourceAsStream("/dev/slop/metrics/same-slop-answers.jsonl")),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
