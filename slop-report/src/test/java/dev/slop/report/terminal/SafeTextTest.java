package dev.slop.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\u001b[31mred|a␛[31mred",
                "\u007f|␡",
                "\u009b1m|\\u{9b}1m",
                "\u202ex|\\u{202e}x",
                "\ufeffx|\\u{feff}x"
            })
    void line_controls_areShown(String text, String shown) {
        assertThat(unicode(text, 40)).isEqualTo(shown);
    }

    @Test
    void line_asciiControls_areEscaped() {
        assertThat(SafeText.line("\u001b[2Jé", 40, Symbols.ASCII)).isEqualTo("\\u{1b}[2J\\u{e9}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Why?\n\nBecause!", "Why?\r\nBecause!", "Why? \n \n Because!", "Why?\u2029Because!"})
    void line_lineEnds_areOneMark(String text) {
        assertThat(unicode(text, 40)).isEqualTo("Why? ⏎ Because!");
    }

    @Test
    void line_justFitting_isWhole() {
        assertThat(unicode("Mango", 5)).isEqualTo("Mango");
    }

    @Test
    void line_tooLong_isCutToTheColumns() {
        assertThat(unicode("Mangos", 5)).isEqualTo("Mang…");
        assertThat(SafeText.line("Mangos", 5, Symbols.ASCII)).isEqualTo("Ma...");
    }

    @Test
    void line_wideCharacters_countTwice() {
        assertThat(unicode("日本語日本語", 7)).isEqualTo("日本語…");
        assertThat(DisplayWidth.of("😄 x")).isEqualTo(4);
    }

    @Test
    void line_joinedEmoji_stayTogether() {
        assertThat(unicode("👩\u200d🚀!", 10)).isEqualTo("👩\u200d🚀!");
    }

    @Test
    void line_heapsOfMarks_areThinnedOut() {
        assertThat(unicode("a" + "\u0301".repeat(1000) + "b", 10)).isEqualTo("a\u0301\u0301\u0301\u0301b");
    }

    @Test
    void line_hugeText_isReadNoFurtherThanShown() {
        String huge = "x".repeat(50_000_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 1000; i++) {
                unicode(huge, 40);
            }
        });
    }

    private static String unicode(String text, int columns) {
        return SafeText.line(text, columns, Symbols.UNICODE);
    }
}
