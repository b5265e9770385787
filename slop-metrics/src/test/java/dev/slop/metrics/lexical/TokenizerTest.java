package dev.slop.metrics.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Why don't scientists trust atoms? Because they make up everything! | why don't scientists trust atoms because they make up everything",
                "It’s **bold** – and well-known | it's bold and well known",
                "Pi is 3.14, or 1,000.5; end. | pi is 3.14 or 1,000.5 end",
                "'quoted' rock 'n' roll | quoted rock n roll",
                "今日は天気 and tea | 今 日 は 天 気 and tea",
                "日本go | 日 本 go",
                "안녕하세요 세계 | 안녕하세요 세계",
                "สวัสดี | ส วั ส ดี",
                "ÉCOLE cafe\u0301 | école cafe\u0301",
                "a\u200fb 😀 c | ab c",
                "наука и жизнь | наука и жизнь",
            })
    void tokens_areWords(String text, String expected) {
        assertThat(String.join(" ", Tokenizer.words().tokens(text))).isEqualTo(expected);
    }

    @Test
    void casedWords_keepTheCase() {
        assertThat(Tokenizer.casedWords().tokens("Will will")).containsExactly("Will", "will");
    }

    @Test
    void words_foldCaseWhateverTheLocale() {
        java.util.Locale before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(new java.util.Locale("tr"));
            assertThat(Tokenizer.words().tokens("TITLE")).containsExactly("title");
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "!?…—", "\u200b\u200f\u202e", "😀🎉"})
    void tokens_ofTextsWithoutWords_areNone(String text) {
        assertThat(Tokenizer.words().tokens(text)).isEmpty();
    }

    @Test
    void tokens_ofUnpairedSurrogates_doNotThrow() {
        assertThat(Tokenizer.words().tokens("\uD83D a \uDE00b '")).contains("a");
    }

    @Test
    void tokens_ofALongText_areLinear() {
        assertThat(Tokenizer.words().tokens("a ".repeat(500_000))).hasSize(500_000);
        assertThat(Tokenizer.words().tokens("x".repeat(1_000_000))).hasSize(1);
    }
}
