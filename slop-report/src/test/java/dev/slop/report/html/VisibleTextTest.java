package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"plain", "two\nlines\tand a tab", "👩‍👩‍👧 family", "שלום", "naïve café", ""})
    void of_harmlessText_isTheTextItself(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 7, 0x1B, 0x7F, 0x85, 0x200B, 0x2028, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xE0041})
    void of_whatCannotBeSeen_isItsCode(int codePoint) {
        assertThat(VisibleText.of("a" + Character.toString(codePoint) + "b"))
                .isEqualTo(String.format("a⟨U+%04X⟩b", codePoint));
    }

    @Test
    void of_loneSurrogate_isTheReplacementCharacter() {
        assertThat(VisibleText.of("a\uD800b\uDC00")).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void of_windowsLineEnd_isALineEnd() {
        assertThat(VisibleText.of("a\r\nb")).isEqualTo("a\nb");
    }

    @Test
    void shortened_countsCodePoints_andSaysHowLongTheTextWas() {
        assertThat(VisibleText.shortened("😀😀😀", 3)).isEqualTo("😀😀😀");
        assertThat(VisibleText.shortened("😀😀😀", 2)).isEqualTo("😀😀… [shortened, 6 characters in all]");
    }

    @Test
    void line_putsWhiteSpaceOnOneLine_andEndsWithAnEllipsis() {
        assertThat(VisibleText.line("  a\n\n b ", 10)).isEqualTo("a b");
        assertThat(VisibleText.line("one two three", 8)).isEqualTo("one two…");
        assertThat(VisibleText.line("x".repeat(1_000_000), 8)).isEqualTo("xxxxxxx…");
    }
}
