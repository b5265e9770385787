package dev.slop.metrics.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LexicalMeasuresTest {
    /** README of the Python package diversity. */
    private static final List<String> FOX = List.of(
            "The quick brown fox jumps over the lazy dog.",
            "The quick brown fox jumps over the lazy dog again.",
            "Suddenly, the quick brown fox leaps swiftly over the sleeping dog.");
    /** Tests of LexicalRichness 0.5.1, after its cleaning, which takes digits and hyphens out. */
    private static final TokenizedTexts RICHNESS =
            SelfBleuTest.split("test text with some text numbers hyphenhere and text punctuations");
    /** Tevet and Berant's code, metric.py: distinct n-grams over n-grams. */
    private static final TokenizedTexts TEVET = SelfBleuTest.split("i am going", "i am going", "lets go i i");

    @ParameterizedTest
    @CsvSource({"1, .5", "2, .7142857142857143", "3, .75", "4, 1"})
    void distinct_isThatOfTevet(int order, double expected) {
        assertThat(LexicalDiversity.distinct(TEVET, order)).hasValueCloseTo(expected, within(1e-15));
    }

    @Test
    void distinct_withoutAnNgram_isEmpty() {
        assertThat(LexicalDiversity.distinct(TEVET, 5)).isEmpty();
        assertThat(LexicalDiversity.meanDistinct(TEVET, 5))
                .hasValueCloseTo((0.5 + 5.0 / 7 + 0.75 + 1) / 4, within(1e-15));
        assertThat(LexicalDiversity.meanDistinct(TokenizedTexts.of(List.of("")), 3))
                .isEmpty();
    }

    @Test
    void ngrams_neverCrossTexts() {
        // Tests of the Python package diversity: ["A B C", "D E F"], n = 2 -> A B, B C, D E, E F.
        Ngrams ngrams = Ngrams.of(SelfBleuTest.split("A B C", "D E F"), 2);
        assertThat(ngrams.total()).isEqualTo(4);
        assertThat(ngrams.different()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"6, 10, 50257, .600053725817651", "5, 10, 20, .623032679672744"})
    void expectationAdjustedDistinct_isTheFormula(long different, long total, long vocabulary, double expected) {
        // N / (V (1 - ((V - 1) / V)^C)) in Python.
        assertThat(LexicalDiversity.expectationAdjusted(different, total, vocabulary))
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void rarefiedDistinct_ofAllNgrams_isDistinct_andOfOne_isOne() {
        assertThat(LexicalDiversity.rarefiedDistinct(TEVET, 1, 10)).hasValueCloseTo(0.5, within(1e-12));
        assertThat(LexicalDiversity.rarefiedDistinct(TEVET, 1, 1)).hasValueCloseTo(1.0, within(1e-12));
        assertThat(LexicalDiversity.rarefiedDistinct(TEVET, 1, 11)).isEmpty();
    }

    @Test
    void selfRepetition_isThatOfThePeer() {
        // diversity.self_repetition_score(FOX, 4) -> 1.1945063128187032
        TokenizedTexts split = SelfBleuTest.split(FOX.toArray(String[]::new));
        assertThat(LexicalDiversity.selfRepetition(split, 4)).hasValueCloseTo(1.1945063128187032, within(1e-14));
        assertThat(LexicalDiversity.selfRepetition(TokenizedTexts.of(List.of()), 4))
                .isEmpty();
    }

    @Test
    void richness_isThatOfLexicalRichness() {
        assertThat(LexicalRichness.typeTokenRatio(RICHNESS)).hasValueCloseTo(0.8, within(1e-15));
        assertThat(LexicalRichness.movingAverage(RICHNESS, 5)).hasValueCloseTo(0.9, within(1e-15));
        assertThat(LexicalRichness.mtld(RICHNESS, 0.72)).hasValueCloseTo(14.000000000000004, within(1e-12));
        assertThat(LexicalRichness.hdd(RICHNESS, 5)).hasValueCloseTo(0.8833333333333332, within(1e-12));
    }

    @Test
    void richness_ofTextsThatAreTooShort_isEmpty() {
        TokenizedTexts two = TokenizedTexts.of(List.of("one two", ""));
        assertThat(LexicalRichness.movingAverage(two, 3)).isEmpty();
        assertThat(LexicalRichness.hdd(two, 3)).isEmpty();
        assertThat(LexicalRichness.mtld(two, 0.72)).hasValue(2);
        assertThat(LexicalRichness.typeTokenRatio(TokenizedTexts.of(List.of(""))))
                .isEmpty();
    }

    @Test
    void hdd_ofOneText_isRarefiedDistinct() {
        TokenizedTexts text = SelfBleuTest.split("a b a c d a b e f a b c g g g");
        assertThat(LexicalRichness.hdd(text, 7).orElseThrow())
                .isCloseTo(LexicalDiversity.rarefiedDistinct(text, 1, 7).orElseThrow(), within(1e-12));
    }

    @Test
    void homogenisation_isThatOfRougeScore() {
        // rouge_score 0.1.2, rougeL F1 of the pairs of FOX: 18/19, 14/20, 14/21; diversity prints their mean as .771.
        assertThat(RougeL.homogenisation(TokenizedTexts.of(FOX)))
                .hasValueCloseTo((18.0 / 19 + 0.7 + 2.0 / 3) / 3, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 31, 32, 33, 40})
    void commonSubsequence_agreesWithTheTable(long seed) {
        TokenizedTexts texts = TokenizedTexts.ofTokens(SelfBleuTest.random(seed, 12));
        var lcs = new LongestCommonSubsequence(texts.vocabularySize());
        for (int a = 0; a < texts.size(); a++) {
            lcs.compile(texts.text(a));
            for (int b = 0; b < texts.size(); b++) {
                assertThat(lcs.length(texts.text(b))).isEqualTo(table(texts.text(a), texts.text(b)));
            }
        }
    }

    @Test
    void homogenisation_overTheLimit_isOfSomePairs() {
        TokenizedTexts texts = TokenizedTexts.ofTokens(SelfBleuTest.random(9, 60));
        double all = RougeL.homogenisation(texts).orElseThrow();
        assertThat(RougeL.homogenisation(texts, 3e3)).hasValueCloseTo(all, within(0.05));
        assertThat(RougeL.homogenisation(texts, 0)).isPresent();
    }

    @Test
    void homogenisation_leavesTextsWithoutAWordOut() {
        assertThat(RougeL.homogenisation(TokenizedTexts.of(List.of("a b", "", "a b"))))
                .hasValue(1);
        assertThat(RougeL.homogenisation(TokenizedTexts.of(List.of("a b", "")))).isEmpty();
    }

    @Test
    void compressionRatio_compressesOnce() {
        // Python: len(' '.join(FOX)) = 162, len(gzip.compress(...)) = 108. The peer compresses the gzip file again:
        // 1.141.
        try (Compression compression = new Compression()) {
            assertThat(compression.ratio(FOX)).hasValueCloseTo(162.0 / 108, within(0.03));
            assertThat(compression.ratio(List.of(""))).isEmpty();
            assertThat(compression.ratio(FOX, 1_000)).isEmpty();
            assertThat(compression.ratio(FOX, 100)).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void compressionDistance_isSymmetric_andSmallForLikeTexts(long seed) {
        List<List<String>> texts = SelfBleuTest.random(seed + 20, 2);
        String a = String.join(" ", texts.get(0));
        String b = String.join(" ", texts.get(1));
        try (Compression compression = new Compression()) {
            assertThat(compression.distance(a, b))
                    .isEqualTo(compression.distance(b, a))
                    .isBetween(0.0, 1.1);
            assertThat(compression.distance(a, a)).isZero();
            assertThat(compression.distance(a, a + ".")).isLessThan(compression.distance(a, FOX.get(0)));
        }
    }

    @Test
    void lengths_areOfWords() {
        TextLengths lengths =
                TextLengths.of(TokenizedTexts.of(List.of("a b c d", "", "a b"))).orElseThrow();
        assertThat(lengths).isEqualTo(new TextLengths(3, 2, 2, 0, 2, 4));
        assertThat(TextLengths.of(TokenizedTexts.of(List.of()))).isEmpty();
    }

    @Test
    void truncated_andSampled_areTheEqualSizeForms() {
        TokenizedTexts texts = TokenizedTexts.of(List.of("a b c d", "e f", "g"));
        assertThat(texts.truncated(2).lengths()).containsExactly(2, 2, 1);
        assertThat(texts.sample(2, 7).size()).isEqualTo(2);
        assertThat(texts.sample(2, 7).lengths()).isEqualTo(texts.sample(2, 7).lengths());
        assertThatThrownBy(() -> texts.sample(4, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> texts.truncated(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void measures_ofHostileTexts_endSoon() {
        List<String> hostile =
                List.of("a ".repeat(300_000), "x".repeat(1_000_000), "", "\uD83D\u200f", "日".repeat(50_000));
        TokenizedTexts texts = TokenizedTexts.of(hostile);
        assertThat(LexicalDiversity.distinct(texts, 2)).isPresent();
        assertThat(LexicalRichness.movingAverage(texts, 50)).isPresent();
        assertThat(LexicalRichness.mtld(texts, 0.72)).isPresent();
        assertThat(SelfBleu.of(texts, 4)).isPresent();
        assertThat(RougeL.homogenisation(texts, 1e8)).isPresent();
        assertThat(LexicalDiversity.selfRepetition(TokenizedTexts.of(Collections.nCopies(100_000, "a b c d")), 4))
                .hasValueCloseTo(Math.log(100_000), within(1e-9));
    }

    private static int table(int[] a, int[] b) {
        int[][] length = new int[a.length + 1][b.length + 1];
        for (int i = 1; i <= a.length; i++) {
            for (int j = 1; j <= b.length; j++) {
                length[i][j] =
                        a[i - 1] == b[j - 1] ? length[i - 1][j - 1] + 1 : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        return length[a.length][b.length];
    }
}
