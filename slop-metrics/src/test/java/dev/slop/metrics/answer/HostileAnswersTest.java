package dev.slop.metrics.answer;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quarter of a megabyte of anything takes linear time: seconds at worst here, where a quadratic rule would take hours. */
class HostileAnswersTest {
    private static final int SIZE = 1 << 18;
    private static final List<AnswerRules> ALL = List.of(
            AnswerRules.text(),
            AnswerRules.text().withBefore("case", AnswerRule.firstLine()),
            AnswerRules.wholeNumber(1, 100),
            AnswerRules.wholeNumber(1, 100, Locale.GERMAN),
            AnswerRules.choice(List.of("aaaaaaaab", "one", "((((((((")),
            AnswerRules.of(List.of(AnswerRule.jsonField("answer"))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "\n",
                "*",
                "_",
                "`",
                "~",
                "[",
                "](",
                "[](",
                "![a](",
                "#",
                ">",
                "-",
                "\"",
                "{\"",
                "\\",
                "\u001B]",
                "\u001B[1",
                "Σ",
                "ß",
                "\u0301",
                "\u0301\u0316",
                "\uFDFA",
                "\uD83D",
                "\uDE04",
                "😄",
                "👩‍",
                "\u202E",
                "\u0000",
                "1",
                "1-",
                "1,",
                "1,000,",
                "one ",
                "one hundred and ",
                "between 1 and ",
                "Want another? ",
                "Sure! ",
                "Here's ",
                "Here's:",
                ". ",
                "? ",
                "1. ",
                "**a",
                "a**b**",
                "(",
                "芒",
                "ก",
                "🇫",
                "\u20E3",
                "{\"answer\":[",
                "\uDB40\uDC67",
                "\u1100"
            })
    void apply_aMassOf(String unit) {
        String text = unit.repeat(SIZE / unit.length());
        for (AnswerRules rules : ALL) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> rules.apply(text), rules::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void apply_randomCharacters_neverThrows(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = randomText(random);
            for (AnswerRules rules : ALL) {
                assertThatCode(() -> rules.apply(text)).doesNotThrowAnyException();
            }
        }
    }

    private static String randomText(Random random) {
        String signs = " \n*_`~[]()#>-\"{}:\\\u001B.,?!1aAoΣ😄\u0301\u202E\uD83D芒";
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(
                    random.nextInt(8) == 0
                            ? (char) random.nextInt(0x10000)
                            : signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }
}
