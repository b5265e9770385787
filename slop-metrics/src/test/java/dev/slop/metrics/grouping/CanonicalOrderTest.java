package dev.slop.metrics.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link String#compareTo} is the oracle. */
class CanonicalOrderTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 16, 17, 100, 3_000})
    void sort_isByCountThenText(int size) {
        var random = new Random(size);
        List<CountedText> texts = Stream.generate(() -> text(random))
                .distinct()
                .limit(size)
                .map(text -> counted(text, 1 + random.nextInt(3)))
                .toList();
        assertThat(sorted(texts)).containsExactlyElementsOf(expected(texts));
    }

    @Test
    void sort_textsThatDifferInTheirEndsOnly_areSortedToo() {
        List<CountedText> texts = IntStream.rangeClosed(0, 500)
                .mapToObj(i -> counted("\0".repeat(i), 1))
                .toList();
        assertThat(sorted(texts)).containsExactlyElementsOf(expected(texts));
    }

    @Test
    void sort_longTextsWithOneBeginning_takesNoQuadraticTime() {
        String head = "a".repeat(100_000);
        List<CountedText> texts =
                IntStream.range(0, 1_000).mapToObj(i -> counted(head + i, 1)).toList();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> sorted(texts));
    }

    private static List<CountedText> expected(List<CountedText> texts) {
        return texts.stream()
                .sorted(Comparator.comparingInt((CountedText text) -> -text.count)
                        .thenComparing(text -> text.text))
                .toList();
    }

    private static List<CountedText> sorted(List<CountedText> texts) {
        CountedText[] array = texts.toArray(CountedText[]::new);
        CanonicalOrder.sort(array);
        return List.of(array);
    }

    private static CountedText counted(String text, int count) {
        var counted = new CountedText(text);
        counted.count = count;
        return counted;
    }

    /** Beginnings in common, of all lengths; the least and the greatest character, and halves of surrogate pairs. */
    private static String text(Random random) {
        var text = new StringBuilder("why did the chicken ".repeat(12).substring(0, random.nextInt(4) * 60));
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append("\0a\uD83D\uDE04\uFFFF".charAt(random.nextInt(5)));
        }
        return text.toString();
    }
}
