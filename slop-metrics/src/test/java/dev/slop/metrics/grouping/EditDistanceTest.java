package dev.slop.metrics.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import info.debatty.java.stringsimilarity.Levenshtein;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** java-string-similarity's Levenshtein is the oracle. */
class EditDistanceTest {
    private static final Levenshtein ORACLE = new Levenshtein();
    private final EditDistance distance = new EditDistance();

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 63, 64, 65, 127, 128, 129, 200, 1000})
    void distance_equalsTheLibrarys(int longest) {
        var random = new Random(longest);
        for (int i = 0; i < 20_000 / longest + 20; i++) {
            String pattern = text(random, random.nextInt(longest + 1));
            distance.compile(pattern);
            for (String other : new String[] {text(random, random.nextInt(longest + 1)), edited(random, pattern)}) {
                int expected = (int) ORACLE.distance(pattern, other);
                assertThat(distance.distance(other, Integer.MAX_VALUE / 2)).isEqualTo(expected);
                assertThat(distance.distance(other, expected)).isEqualTo(expected);
                assertThat(distance.distance(other, expected - 1)).isGreaterThanOrEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void isInside_equalsTheBestPartOfAll(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String pattern = text(random, 1 + random.nextInt(20));
            String other = random.nextBoolean()
                    ? text(random, random.nextInt(30))
                    : text(random, random.nextInt(8)) + edited(random, pattern) + text(random, random.nextInt(8));
            int expected = bestPart(pattern, other);
            distance.compile(pattern);
            assertThat(distance.isInside(other, expected)).isTrue();
            assertThat(distance.isInside(other, expected - 1)).isFalse();
        }
    }

    @Test
    void isInside_acrossBlocks_findsTheEditedPart() {
        var random = new Random(1);
        String pattern = text(random, 300);
        String other = text(random, 200) + pattern.substring(0, 100) + "#" + pattern.substring(102) + text(random, 200);
        distance.compile(pattern);
        assertThat(distance.isInside(other, 2)).isTrue();
        assertThat(distance.isInside(other, 1)).isFalse();
    }

    @Test
    void distance_everyCharacterOnce_isCounted() {
        String every = IntStream.rangeClosed(0, 0xFFFF)
                .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                .substring(0, 10_000);
        distance.compile(every);
        assertThat(distance.distance(every, 0)).isZero();
        assertThat(distance.distance(every.substring(1), 5)).isEqualTo(1);
    }

    private static int bestPart(String pattern, String other) {
        int best = pattern.length();
        for (int from = 0; from < other.length(); from++) {
            for (int to = from; to <= other.length(); to++) {
                best = Math.min(best, (int) ORACLE.distance(pattern, other.substring(from, to)));
            }
        }
        return best;
    }

    private static String edited(Random random, String text) {
        var edited = new StringBuilder(text);
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(edited.length() + 1);
            if (random.nextBoolean() && at < edited.length()) {
                edited.deleteCharAt(at);
            } else {
                edited.insert(at, letter(random));
            }
        }
        return edited.toString();
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letter(random));
        }
        return text.toString();
    }

    /** Few letters, and halves of surrogate pairs. */
    private static char letter(Random random) {
        return "abcd \uD83D\uDE04芒".charAt(random.nextInt(8));
    }
}
