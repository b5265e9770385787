package dev.slop.report.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slop.core.Elicitation;
import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.TokenUsage;
import dev.slop.report.input.AnswerLists.Drawn;
import dev.slop.report.input.AnswerLists.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerListsTest {
    private static final String TAGGED = """
            <response>
            <text>Mango</text>
            <probability>0.5</probability>
            </response>
            <response><text>Kiwi & pear <3</text><probability>30%</probability></response>
            <response><text>Fig</text><probability>0.2</probability></response>
            """;

    private static List<String> read(String reply) {
        return texts(AnswerLists.read(reply, false, 3, true));
    }

    private static List<String> readTruncated(String reply) {
        return texts(AnswerLists.read(reply, true, 3, true));
    }

    private static List<String> texts(List<ListedAnswer> answers) {
        return answers.stream().map(ListedAnswer::text).toList();
    }

    private static List<Double> probabilities(String reply) {
        return AnswerLists.read(reply, false, 3, true).stream()
                .map(answer -> answer.probability().orElse(-1))
                .toList();
    }

    private static Sample sample(String hash, Outcome outcome, String text) {
        return new Sample(
                new SampleKey("p", ModelId.parse("a/b"), "list", 0),
                hash,
                outcome,
                text,
                Optional.empty(),
                TokenUsage.unknown(),
                1,
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of("tags", TAGGED.replace("Kiwi & pear <3", "Kiwi")),
                Arguments.of(
                        "tags, upper case, attributes, prose around",
                        "Sure!\n<RESPONSE id=1><Text>Mango</Text></RESPONSE><response><text>Kiwi</text></response>"
                                + "<response><text>Fig</text></response>\nHope that helps."),
                Arguments.of(
                        "tags never closed",
                        "<response><text>Mango<probability>0.5<response><text>Kiwi<probability>.3<response><text>Fig"),
                Arguments.of("tags without text", "<response>Mango</response><response>Kiwi</response><response>Fig"),
                Arguments.of("texts alone", "<text>Mango</text>\n<text>Kiwi</text>\n<text>Fig</text>"),
                Arguments.of("JSON texts", "[\"Mango\", \"Kiwi\", \"Fig\"]"),
                Arguments.of(
                        "JSON in a fence",
                        "Here you are:\n```json\n[{\"text\": \"Mango\", \"probability\": 0.5}, {\"text\": \"Kiwi\"},"
                                + "{\"text\": \"Fig\"}]\n```\nAnything else?"),
                Arguments.of(
                        "JSON within an object",
                        "{\"note\": \"three\", \"responses\": [{\"response\": \"Mango\", \"tags\": [\"x\", \"y\"]},"
                                + "{\"answer\": \"Kiwi\"}, {\"content\": \"Fig\"}]}"),
                Arguments.of("JSON lines", "{\"text\": \"Mango\"}\n{\"text\": \"Kiwi\"}\n{\"text\": \"Fig\"}"),
                Arguments.of("numbers", "1. Mango\n2. Kiwi\n3. Fig"),
                Arguments.of("numbers in brackets", "[1] Mango\n[2] Kiwi\n[3] Fig"),
                Arguments.of(
                        "CRLF, bold numbers, a remark",
                        "Here:\r\n\r\n**1.** Mango\r\n**2.** Kiwi\r\n**3.** Fig\r\n\r\nEnjoy!"),
                Arguments.of("numbers with parenthesis", "1) Mango\n\n2) Kiwi\n\n3) Fig"),
                Arguments.of("bullets", "- Mango\n- Kiwi\n- Fig"),
                Arguments.of(
                        "numbers with probabilities", "1. Mango (0.5)\n2. Kiwi (p = 0.3)\n3. Fig — probability: 20%"),
                Arguments.of("lines", "Mango\nKiwi\nFig\n"),
                Arguments.of("commas", "Mango, Kiwi, Fig"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void read_formsThatModelsUse_findsEachAnswer(String form, String reply) {
        assertThat(read(reply)).as(form).containsExactly("Mango", "Kiwi", "Fig");
    }

    @Test
    void read_tags_takesWhatLooksLikeMarkupAndProbabilities() {
        assertThat(read(TAGGED)).containsExactly("Mango", "Kiwi & pear <3", "Fig");
        assertThat(probabilities(TAGGED)).containsExactly(0.5, 0.3, 0.2);
    }

    @Test
    void read_linesWithProbabilities_takesThemOff() {
        assertThat(probabilities("1. Mango (0.5)\n2. Kiwi (p = 0.3)\n3. Fig — probability: 20%"))
                .containsExactly(0.5, 0.3, 0.2);
        assertThat(texts(AnswerLists.read("1. 42\n2. 0.5\n3. Room 7 (1998)", false, 3, true)))
                .as("numbers that are answers stay")
                .containsExactly("42", "0.5", "Room 7 (1998)");
    }

    @Test
    void read_itemsOfSeveralLines_keepsThemWhole() {
        assertThat(read("1. Why?\n   Because.\n\n   - really\n2. Knock knock.\nWho's there?\n\nLet me know!"))
                .containsExactly("Why?\nBecause.\n- really", "Knock knock.\nWho's there?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mango",
                "I would say mango, but kiwi is fine too.",
                "As an AI I do not pick. [1] See above.",
                "- Mango",
                "[]",
                "{}",
                "<response></response>",
                "```\n```",
                "[[[[",
                "1.\n2.\n"
            })
    void read_noList_findsNothing(String reply) {
        assertThat(read(reply)).isEmpty();
    }

    @Test
    void read_truncated_leavesTheUnfinishedAnswerOut() {
        assertThat(readTruncated(
                        "<response><text>Mango</text><probability>0.5</probability></response><response><text>Ki"))
                .containsExactly("Mango");
        assertThat(readTruncated("<response><text>Mango</text><probability>0.")).containsExactly("Mango");
        assertThat(readTruncated("[\"Mango\", \"Kiwi\", \"Fi")).containsExactly("Mango", "Kiwi");
        assertThat(readTruncated("[{\"text\": \"Mango\"}, {\"text\": \"Kiwi\", \"prob"))
                .containsExactly("Mango");
        assertThat(readTruncated("1. Mango\n2. Kiwi\n3. Fi")).containsExactly("Mango", "Kiwi");
        assertThat(readTruncated("1. Mango\n2. Kiwi\n")).containsExactly("Mango", "Kiwi");
        assertThat(readTruncated("1. Man")).isEmpty();
    }

    @Test
    @Timeout(20)
    void read_hostileReplies_endsInTimeAndNeverThrows() {
        int n = 200_000;
        for (String hostile : List.of(
                "<response".repeat(n),
                "<response><text>".repeat(n),
                "<".repeat(n),
                "[".repeat(n),
                "{\"a\":".repeat(n),
                "\n[".repeat(n),
                "[\"a\",".repeat(n),
                "1. ".repeat(n),
                "1. x\n".repeat(n),
                "- (" + " ".repeat(n) + "\n- b",
                "1. a" + "(".repeat(n) + "0.5",
                "*".repeat(n),
                ",".repeat(n),
                "\n".repeat(n),
                "\uD800\u0000\u202E",
                "9".repeat(n),
                "[1e999999999, " + "9".repeat(2000) + "]",
                "<probability>" + "9".repeat(n) + "</probability>")) {
            for (boolean truncated : new boolean[] {false, true}) {
                assertThat(AnswerLists.read(hostile, truncated, 5, true)).isNotNull();
            }
        }
    }

    @Test
    void draw_verbalized_followsTheStatedProbabilities() {
        Map<String, Long> drawn = drawn(20_000, TAGGED, Outcome.ANSWERED, new Elicitation.Verbalized(3));

        // Standard error of a share at n = 20,000 is at most 0.0036; 4 of them are a false alarm in 16,000.
        assertThat(drawn.get("Mango") / 20_000.0).isCloseTo(0.5, within(0.0145));
        assertThat(drawn.get("Kiwi & pear <3") / 20_000.0).isCloseTo(0.3, within(0.0145));
        assertThat(drawn.get("Fig") / 20_000.0).isCloseTo(0.2, within(0.0145));
    }

    @Test
    void draw_aProbabilityIsMissing_drawsEachAlike() {
        Map<String, Long> drawn = drawn(
                20_000,
                TAGGED.replace("<probability>0.2</probability>", ""),
                Outcome.ANSWERED,
                new Elicitation.Verbalized(3));

        assertThat(drawn.values()).allSatisfy(n -> assertThat(n / 20_000.0).isCloseTo(1.0 / 3, within(0.0145)));
    }

    @Test
    void draw_aTruncatedList_letsTheMissingAnswersTakePart() {
        Map<String, Long> drawn =
                drawn(20_000, "1. Mango\n2. Kiwi\n3. F", Outcome.TRUNCATED, new Elicitation.ListThenPick(10));

        assertThat(drawn.get("Mango") / 20_000.0).isCloseTo(0.1, within(0.0145));
        assertThat(drawn.get("Kiwi") / 20_000.0).isCloseTo(0.1, within(0.0145));
        assertThat(drawn.get("1. Mango\n2. Kiwi\n3. F") / 20_000.0).isCloseTo(0.8, within(0.0145));
    }

    private static Map<String, Long> drawn(int draws, String text, Outcome outcome, Elicitation elicitation) {
        return IntStream.range(0, draws)
                .mapToObj(i -> AnswerLists.draw(sample("hash" + i, outcome, text), elicitation)
                        .text())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void draw_theSameDraw_isTheSameAnswerAgain() {
        Sample sample = sample("f00d", Outcome.ANSWERED, TAGGED);
        Drawn first = AnswerLists.draw(sample, new Elicitation.Verbalized(3));

        assertThat(Collections.nCopies(5, sample))
                .allSatisfy(again -> assertThat(AnswerLists.draw(again, new Elicitation.Verbalized(3)))
                        .isEqualTo(first));
    }

    @Test
    void draw_noList_keepsTheReply() {
        assertThat(AnswerLists.draw(sample("h", Outcome.ANSWERED, "Mango!"), new Elicitation.ListThenPick(5)))
                .isEqualTo(new Drawn(Verdict.UNPARSED, "Mango!"));
        assertThat(AnswerLists.draw(sample("h", Outcome.TRUNCATED, "1. Ma"), new Elicitation.ListThenPick(5)))
                .isEqualTo(new Drawn(Verdict.CUT_OFF, "1. Ma"));
    }

    @Test
    void draw_percentsInATruncatedList_areShares() {
        Random random = new Random(1);
        String text = "<response><text>Mango</text><probability>45</probability></response>"
                + "<response><text>Kiwi</text><probability>25</probability></response><response><text>F";
        long cutOff = IntStream.range(0, 20_000)
                .filter(i -> AnswerLists.draw(
                                        sample("h" + random.nextLong(), Outcome.TRUNCATED, text),
                                        new Elicitation.Verbalized(3))
                                .verdict()
                        == Verdict.CUT_OFF)
                .count();

        assertThat(cutOff / 20_000.0).isCloseTo(0.3, within(0.0145));
    }
}
