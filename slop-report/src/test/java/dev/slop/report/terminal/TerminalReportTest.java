package dev.slop.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.report.AnalysisFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalReportTest {
    private static final String HOSTILE =
            "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202eevil\u2066\u0000\b\r\rx\n\n\ty\uD83D \u200b\ufeff\u0301"
                    .repeat(3);

    @ParameterizedTest
    @ValueSource(strings = {"unicode-80", "ascii-80", "unicode-60"})
    void render_fruitAndNumber_isTheGoldenText(String name) throws IOException {
        TerminalStyle style = new TerminalStyle(
                Integer.parseInt(name.substring(name.indexOf('-') + 1)), false, name.startsWith("unicode"));

        assertThat(TerminalReport.render(AnalysisFixtures.fruitAndNumber(), style))
                .isEqualTo(golden(name + ".txt"));
    }

    @Test
    void render_colour_addsNothingButColours() {
        Analysis analysis = AnalysisFixtures.fruitAndNumber();

        String coloured = TerminalReport.render(analysis, new TerminalStyle(80, true, true));

        assertThat(coloured).contains("\u001b[1m");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(TerminalReport.render(analysis, TerminalStyle.plain()));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 110})
    void render_hostileText_isHarmlessAndFits(int width) {
        Analysis analysis = AnalysisFixtures.ofPrompts(AnalysisFixtures.prompt(
                HOSTILE,
                HOSTILE + "?",
                new TreeMap<>(Map.of("a/" + HOSTILE, List.of(HOSTILE, "y".repeat(200_000)), "b/c", List.of(HOSTILE))),
                Optional.of(AnalysisFixtures.fit()),
                1));

        String shown = TerminalReport.render(analysis, new TerminalStyle(width, false, true));

        assertThat(shown.codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE);
        assertThat(shown.lines()).allMatch(line -> DisplayWidth.of(line) <= width);
    }

    @Test
    void render_ascii_isAscii() {
        Analysis analysis = AnalysisFixtures.ofPrompts(AnalysisFixtures.prompt(
                "p", HOSTILE, new TreeMap<>(Map.of("a/b", List.of("日本語 😄"))), Optional.empty(), 0));

        assertThat(TerminalReport.render(analysis, new TerminalStyle(80, false, false)))
                .isASCII()
                .contains("\\u{65e5}");
    }

    @Test
    void render_manyDifferentAnswers_showsTheMostFrequentAndCountsTheRest() {
        List<String> answers =
                IntStream.range(0, 13).mapToObj(i -> "answer " + (i + 10)).toList();

        String shown = render("a/b", answers);

        assertThat(shown).contains("answer 17").doesNotContain("answer 18");
        assertThat(shown).contains("… 5 more different answers, given 5 times in all");
    }

    @Test
    void render_allAnswersEqual_saysSoWithTheBound() {
        // 1 - 0.05^(1/50) = 0.0582
        assertThat(render("a/b", IntStream.range(0, 50).mapToObj(i -> "42").toList()))
                .contains("always the same, another may have up to 6%")
                .doesNotContain("entropy");
    }

    @Test
    void render_oneAnswer_claimsNothing() {
        assertThat(render("a/b", List.of("42"))).contains("a single answer says nothing");
    }

    @Test
    void render_noAnswers_saysWhy() {
        Analysis analysis = AnalysisFixtures.ofPrompts(
                AnalysisFixtures.prompt("p", "?", new TreeMap<>(Map.of("a/b", List.of())), Optional.empty(), 3));

        assertThat(TerminalReport.render(analysis, TerminalStyle.plain()))
                .contains("no answer to measure")
                .contains("not measured: 3 refused");
    }

    @Test
    void render_oneModel_hasNoOverlap() {
        assertThat(render("a/b", List.of("x", "y"))).doesNotContain("Jaccard  ").doesNotContain("All models");
    }

    private static String render(String model, List<String> answers) {
        return TerminalReport.render(
                AnalysisFixtures.ofPrompts(
                        AnalysisFixtures.prompt("p", "?", new TreeMap<>(Map.of(model, answers)), Optional.empty(), 0)),
                TerminalStyle.plain());
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = TerminalReportTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
