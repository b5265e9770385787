package dev.slop.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LineSplitterTest {
    private static List<String> lines(String text, int firstSize, int longest) throws IOException {
        LineSplitter lines = new LineSplitter(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), firstSize, longest);
        List<String> found = new ArrayList<>();
        while (lines.next()) {
            String line = new String(lines.buffer(), lines.start(), lines.length(), StandardCharsets.US_ASCII);
            found.add((lines.overlong() ? "overlong" : line) + (lines.ended() ? "|" : ""));
        }
        return found;
    }

    @Test
    void next_mixedLines_findsEach() throws IOException {
        assertThat(lines("a\n\nbcd\nlast", 2, 1 << 20)).containsExactly("a|", "|", "bcd|", "last");
        assertThat(lines("a\n", 2, 1 << 20)).containsExactly("a|");
        assertThat(lines("\n", 2, 1 << 20)).containsExactly("|");
        assertThat(lines("", 2, 1 << 20)).isEmpty();
    }

    @Test
    void next_overlongLine_isWalkedOver() throws IOException {
        String overlong = "x".repeat(1000);

        assertThat(lines("a\n" + overlong + "\nb\n" + overlong, 4, 16))
                .containsExactly("a|", "overlong|", "b|", "overlong");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void next_randomText_splitsAsStringDoes(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append(random.nextInt(20) == 0 ? '\n' : (char) ('a' + random.nextInt(26)));
        }
        text.append("end");

        List<String> expected = new ArrayList<>();
        for (String line : text.toString().split("\n", -1)) {
            expected.add(line + "|");
        }
        expected.set(expected.size() - 1, expected.get(expected.size() - 1).replace("|", ""));

        assertThat(lines(text.toString(), 1 + random.nextInt(40), 1 << 20)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"' ',true", "'\t\r',true", "'',true", "' a',false", "'\0',false"})
    void blank_isWhiteSpaceAlone(String line, boolean blank) throws IOException {
        LineSplitter lines =
                new LineSplitter(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.US_ASCII)));
        lines.next();

        assertThat(lines.blank()).isEqualTo(blank);
    }
}
