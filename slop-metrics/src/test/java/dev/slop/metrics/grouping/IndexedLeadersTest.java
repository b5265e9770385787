package dev.slop.metrics.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What MinHash candidates find, against comparing every leader. */
class IndexedLeadersTest {
    private static final NearDuplicateOptions ALL = NearDuplicateOptions.withDefaults();
    private static final NearDuplicateOptions INDEXED = ALL.withAllLeadersLimit(0);

    static Stream<GeneratedJokes> jokes() {
        return Stream.of(
                GeneratedJokes.of(1_500, 42),
                GeneratedJokes.of(1_500, 7),
                GeneratedJokes.salad(1_500, 42),
                GeneratedJokes.salad(1_500, 7));
    }

    @ParameterizedTest
    @MethodSource("jokes")
    void group_findsWhatAllLeadersFind(GeneratedJokes jokes) {
        Grouping all = AnswerGrouping.nearDuplicate(ALL).group(jokes.texts());
        Grouping indexed = AnswerGrouping.nearDuplicate(INDEXED).group(jokes.texts());
        assertThat(indexed.warnings()).isEmpty();
        assertThat(indexed.labels())
                .hasSizeBetween(all.labels().size() * 99 / 100, all.labels().size() * 101 / 100);
        assertThat(new GeneratedJokes(jokes.texts(), all.groupOf()).pairwiseF1(indexed))
                .isGreaterThan(0.995);
    }

    @ParameterizedTest
    @MethodSource("jokes")
    void group_findsTheTruth(GeneratedJokes jokes) {
        assertThat(jokes.pairwiseF1(AnswerGrouping.nearDuplicate(INDEXED).group(jokes.texts())))
                .isGreaterThan(0.995);
    }

    @Test
    void group_manyTexts_findsTheTruth() {
        GeneratedJokes jokes = GeneratedJokes.of(20_000, 3);
        assertThat(jokes.pairwiseF1(AnswerGrouping.nearDuplicate().group(jokes.texts())))
                .isGreaterThan(0.99);
    }

    @Test
    void group_anyNumberOfThreads_sameResult() throws Exception {
        List<String> texts = GeneratedJokes.of(3_000, 5).texts();
        Grouping reference = AnswerGrouping.nearDuplicate(INDEXED).group(texts);
        var pool = new ForkJoinPool(7);
        try {
            assertThat(pool.submit(() -> AnswerGrouping.nearDuplicate(INDEXED).group(texts))
                            .get())
                    .isEqualTo(reference);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void group_oneTextInManyVariants_isNoBoilerplate() {
        var random = new Random(1);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            var text =
                    new StringBuilder("why don't scientists trust atoms? because they make up everything, that is why");
            text.setCharAt(random.nextInt(text.length()), (char) ('a' + random.nextInt(26)));
            text.setCharAt(random.nextInt(text.length()), (char) ('a' + random.nextInt(26)));
            texts.add(text.toString());
        }
        Grouping grouping = AnswerGrouping.nearDuplicate(INDEXED).group(texts);
        assertThat(grouping.labels()).hasSizeLessThan(10);
    }

    @Test
    void group_boilerplate_takesNoQuadraticTime() {
        // 300 characters in common, 100 of their own: every text looks like every other and is none.
        var random = new Random(1);
        List<String> texts = IntStream.range(0, 2_000)
                .mapToObj(i -> "the same ".repeat(34) + own(random, 100))
                .toList();
        NearDuplicateOptions narrow = INDEXED.withCandidateLimit(8);
        Grouping grouping = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> AnswerGrouping.nearDuplicate(narrow).group(texts));
        assertThat(grouping.labels()).hasSize(2_000);
    }

    @Test
    void group_moreLeadersUnderAKeyThanKept_warns() {
        // Repetition leaves few different 4-grams, so that all texts have the same keys, but not the same lengths.
        List<String> texts = IntStream.range(0, 60)
                .mapToObj(i -> "ab".repeat((int) (50 * Math.pow(1.3, i / 2.0))))
                .toList();
        Grouping grouping = AnswerGrouping.nearDuplicate(
                        INDEXED.withCandidateLimit(4).withFullLength(0))
                .group(texts);
        assertThat(grouping.warnings()).hasSize(1).first().asString().contains("more than 4 groups");
    }

    @Test
    void group_shortTexts_areNeverCompared() {
        List<String> texts =
                IntStream.range(0, 200_000).mapToObj(Integer::toString).toList();
        Grouping grouping = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> AnswerGrouping.nearDuplicate().group(texts));
        assertThat(grouping.labels()).hasSize(200_000);
    }

    @ParameterizedTest
    @CsvSource({"1000, 4", "1000000, 5"})
    void minHash_bandsAgreeAsOftenAsTheoryHasIt(int texts, int rows) {
        var minHash = new MinHash(Boilerplate.of(new ComparedTexts(DistinctTexts.of(List.of()), ALL), ALL), texts);
        var random = new Random(1);
        int bands = 0;
        int bits = 0;
        for (int i = 0; i < 400; i++) {
            String shared = own(random, 100);
            int[] a = signature(minHash, shared + own(random, 25));
            int[] b = signature(minHash, shared + own(random, 25));
            for (int word = 0; word < MinHash.KEYS - 2; word++) {
                bands += a[word] == b[word] ? 1 : 0;
            }
            for (int word = MinHash.KEYS; word < MinHash.WORDS; word++) {
                bits += Integer.bitCount(a[word] ^ b[word]);
            }
        }
        // 97 4-grams in common of 97 + 25 + 25: j = 0.66; j^4 = 0.19, j^5 = 0.12, (1 - j) / 2 = 0.17
        assertThat(bands / (400.0 * 32)).isCloseTo(Math.pow(97 / 147.0, rows), within(0.02));
        assertThat(bits / (400.0 * 128)).isCloseTo((1 - 97 / 147.0) / 2, within(0.01));
    }

    private static int[] signature(MinHash minHash, String text) {
        var signature = new int[MinHash.WORDS];
        minHash.sign(text, signature, 0);
        return signature;
    }

    private static String own(Random random, int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
