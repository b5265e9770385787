package dev.slop.metrics.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrippingRulesTest {
    private static final String FLAG_OF_SCOTLAND =
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"invisible", "typography", "markdown", "listNumbering", "preamble", "closingOffer", "emoji", "ends"})
    void apply_leavesTheAnswer(String rule, String text, String expected) {
        assertThat(AnswerRule.named(rule).apply(text)).contains(expected);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource({"invisible", "typography", "markdown", "listNumbering", "preamble", "closingOffer", "emoji", "ends"})
    void apply_whatWasCleaned_staysAsItIs(String rule, String text, String expected) {
        assertThat(AnswerRule.named(rule).apply(expected)).contains(expected);
    }

    static Stream<Arguments> invisible() {
        return table(
                "invisible",
                "mango",
                "mango",
                "a\u0000b\u0007c",
                "abc",
                "\u001B[31mred\u001B[0m",
                "red",
                "\u001B]0;title\u0007red",
                "red",
                "\u001B]0;title\u001B\\red",
                "red",
                "\u001B]never closed",
                "never closed",
                "\u001B[",
                "",
                "\u202Eabc\u202C",
                "abc",
                "\u200Eשלום\u200F",
                "שלום",
                "man\u200Bgo\uFEFF",
                "mango",
                "❤\uFE0F",
                "❤",
                "a\uD83Db",
                "a\uFFFDb",
                "می\u200Cخواهم",
                "می\u200Cخواهم",
                "a\tb\r\nc",
                "a\tb\r\nc",
                FLAG_OF_SCOTLAND,
                FLAG_OF_SCOTLAND,
                "go\uDB40\uDC67\uDB40\uDC62",
                "go");
    }

    static Stream<Arguments> typography() {
        return Stream.of(
                        table(
                                "quotes",
                                "“don’t”",
                                "\"don't\"",
                                "don´t",
                                "don't",
                                "«mangue»",
                                "\"mangue\"",
                                "`code`",
                                "`code`"),
                        table("dashes", "a—b – c‑d", "a-b - c-d", "−5", "-5", "ラーメン", "ラーメン"),
                        table(
                                "unicode",
                                "Ｍａｎｇｏ",
                                "Mango",
                                "cafe\u0301",
                                "café",
                                "①",
                                "1",
                                "ﬁg",
                                "fig",
                                "１２",
                                "12",
                                "ｶﾞ",
                                "ガ",
                                "\u1112\u1161\u11ab",
                                "한"),
                        table(
                                "case", "MANGO", "mango", "TITLE I", "title i", "Straße", "strasse", "ΟΔΟΣ", "οδοσ",
                                "οδος", "οδοσ", "Вишня", "вишня", "芒果", "芒果"),
                        table("white-space", "  a \t\n b\u00A0c\u3000d\r\n", "a b c d", "a", "a"),
                        table("first-line", "\n \n Mango \nbecause", "Mango", "Mango", "Mango"))
                .flatMap(cases -> cases);
    }

    static Stream<Arguments> markdown() {
        return table(
                "markdown",
                "**Mango**",
                "Mango",
                "***Mango***!",
                "Mango!",
                "The answer is **42**.",
                "The answer is 42.",
                "*Mango* and __apple__ and _pear_",
                "Mango and apple and pear",
                "~~Mango~~ `apple`",
                "Mango apple",
                "# Title\n\n> quoted\n> > twice",
                "Title\n\nquoted\ntwice",
                "```java\nint a;\n```",
                "\nint a;\n",
                "---\nMango\n***",
                "\nMango\n",
                "[Mango](https://example.org/a_(b))",
                "Mango",
                "![a mango](m.png)",
                "a mango",
                "1\\. Mango",
                "1. Mango",
                "我选**芒果**吧",
                "我选芒果吧",
                "2 * 3 * 4 = 2*3*4",
                "2 * 3 * 4 = 2*3*4",
                "2**3 and 4**2",
                "2**3 and 4**2",
                "snake_case_name",
                "snake_case_name",
                "f*** it",
                "f*** it",
                "~5 [sic] (note)",
                "~5 [sic] (note)",
                "#1",
                "#1",
                "***",
                "***");
    }

    static Stream<Arguments> listNumbering() {
        return table(
                "list-numbering",
                "1. Mango",
                "Mango",
                "1) Mango\n2) Apple",
                "Mango\nApple",
                "(3) Mango",
                "Mango",
                "- Mango\n  * Apple\n• Pear",
                "Mango\nApple\nPear",
                "42.",
                "42.",
                "3.14",
                "3.14",
                "1984. A novel",
                "1984. A novel",
                "-5",
                "-5",
                "- ",
                "- ");
    }

    static Stream<Arguments> preamble() {
        return table(
                "preamble",
                "Sure, here's one:\n\nWhy did",
                "Why did",
                "Sure! Here’s a joke for you: Why did",
                "Why did",
                "Here's a joke for you:\nWhy did",
                "Why did",
                "Certainly. Why did the scarecrow",
                "Why did the scarecrow",
                "Of course! 😄 Why did",
                "Why did",
                "Here you go!\n\nWhy did",
                "Why did",
                "I'd pick mango",
                "mango",
                "How about mango?",
                "mango?",
                "The fruit is mango.",
                "mango.",
                "My answer is **mango**",
                "**mango**",
                "The capital of France is a city with a very long history and no end",
                "The capital of France is a city with a very long history and no end",
                "Natürlich! Hier ist ein Witz:\nTreffen sich zwei",
                "Treffen sich zwei",
                "Bien sûr ! Voici une blague :\nC'est",
                "C'est",
                "¡Claro! Aquí tienes un chiste:\nUn hombre",
                "Un hombre",
                "Конечно! Вот шутка:\nЗаходит",
                "Заходит",
                "当然！这是一个笑话：\n小明",
                "小明",
                "もちろん！以下はジョークです：\n猫",
                "猫",
                "Sure!",
                "Sure!",
                "Here's one:",
                "Here's one:",
                "This is the end\nMy only friend",
                "This is the end\nMy only friend",
                "Surely mango",
                "Surely mango");
    }

    static Stream<Arguments> closingOffer() {
        return table(
                "closing-offer",
                "They make up everything.\n\nWant another (a pun, dark, or tech one)?",
                "They make up everything.",
                "Everything. Want another (dad joke, programmer joke, or dark humor — within safe limits)?",
                "Everything.",
                "Everything! 😄 Want another? 😄",
                "Everything!",
                "Everything!\nLet me know if you'd like more.",
                "Everything!",
                "Everything! Want another? I've got plenty!",
                "Everything!",
                "Mango. Would you like me to pick again (e.g. a pear)?",
                "Mango.",
                "Mango\n\nI hope that helps! Feel free to ask.",
                "Mango",
                "Treffen sich zwei. Möchtest du noch einen?",
                "Treffen sich zwei.",
                "小明去上学。还想再听一个吗？",
                "小明去上学。",
                "Want to hear a joke about construction? I'm still working on it.",
                "Want to hear a joke about construction? I'm still working on it.",
                "Want another?",
                "Want another?",
                "I want another mango",
                "I want another mango");
    }

    static Stream<Arguments> emoji() {
        return table(
                "emoji",
                "Mango 🥭",
                "Mango",
                "They make up everything! 😄",
                "They make up everything!",
                "everything 😄!",
                "everything!",
                "a😄b",
                "a b",
                "👩‍👩‍👧 family",
                " family",
                "4\u20E32\u20E3",
                "42",
                "👍🏽 ok",
                " ok",
                "☀ sun",
                " sun",
                "7♠",
                "7♠",
                "♌ ♀",
                "♌ ♀",
                "❤",
                "❤",
                "🍎!",
                "🍎!",
                "🇫🇷",
                "🇫🇷",
                "$ 😄",
                "$",
                "© 2024™",
                "© 2024™");
    }

    static Stream<Arguments> ends() {
        return table(
                "punctuation",
                "\"Mango!\"",
                "Mango",
                "...Mango...",
                "Mango",
                "「芒果」。",
                "芒果",
                "¿Mango?",
                "Mango",
                "C#",
                "C#",
                "50%.",
                "50%",
                "-5",
                "-5",
                ".5",
                ".5",
                "- mango",
                "mango",
                "?",
                "?",
                "?!",
                "?!",
                "don't",
                "don't");
    }

    private static Stream<Arguments> table(String rule, String... textAndExpected) {
        return Stream.iterate(0, i -> i < textAndExpected.length, i -> i + 2)
                .map(i -> arguments(rule, textAndExpected[i], textAndExpected[i + 1]));
    }
}
