package dev.slop.metrics.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SelfBleuTest {
    // The references of fast-bleu's README; nltk 3.8: sentence_bleu(others, text, weights=[1/n] * n,
    // smoothing_function=SmoothingFunction().method1), run for these values. fast-bleu's README agrees to 8 digits.
    private static final TokenizedTexts MILITARY = split(
            "It is a guide to action that ensures that the military will forever heed Party commands",
            "It is the guiding principle which guarantees the military forces always being under the command of the Party",
            "It is the practical guide for the army always to heed the directions of the party");
    private static final TokenizedTexts LETTERS = split("a a a b", "a b c d e", "x", "a a c d e f g", "b a");

    @ParameterizedTest
    @CsvSource({
        "2, .25819888974716115, .3615507630310936, .37080992435478316",
        "3, .07808966656190802, .20140621167558334, .2141533574180157",
        "4, .043748114312246456, .08590764835663624, .0932304601086144",
    })
    void scores_areThoseOfNltk(int order, double first, double second, double third) {
        assertScores(SelfBleu.scores(MILITARY, order), first, second, third);
    }

    @ParameterizedTest
    @CsvSource({
        "1, .5841005873035536, 1, 0, .7142857142857143, 1",
        "2, .5506953149031837, .8660254037844387, 0, .5976143046671969, .316227766016838",
        "3, .22772273042348584, .6299605249474366, 0, .4149132666831218, .21544346900318845",
        "4, .17414514918777288, .33437015248821106, 0, .20556680845025987, .1778279410038923",
    })
    void scores_ofRepeatsAndShortTexts_areThoseOfNltk(int order, double a, double b, double c, double d, double e) {
        assertScores(SelfBleu.scores(LETTERS, order), a, b, c, d, e);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void scores_agreeWithTheDefinition(long seed) {
        List<List<String>> texts = random(seed, 12);
        assertScores(SelfBleu.scores(TokenizedTexts.ofTokens(texts), 4), naive(texts));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mean_doesNotDependOnTheOrder_andIsAShare(long seed) {
        List<List<String>> texts = new ArrayList<>(random(seed, 20));
        double before = SelfBleu.of(TokenizedTexts.ofTokens(texts), 4).orElseThrow();
        Collections.reverse(texts);
        assertThat(SelfBleu.of(TokenizedTexts.ofTokens(texts), 4).orElseThrow())
                .isCloseTo(before, within(1e-12))
                .isBetween(0.0, 1.0);
    }

    @Test
    void mean_ofCopies_isOne_andOfStrangersZero() {
        assertThat(SelfBleu.of(split("a b c d e", "a b c d e"), 4)).hasValueCloseTo(1.0, within(1e-12));
        assertThat(SelfBleu.of(split("a b c d e", "f g h i j"), 4)).hasValue(0);
    }

    @Test
    void mean_ofFewTexts_isEmpty() {
        assertThat(SelfBleu.of(split("a b"), 4)).isEmpty();
        assertThat(SelfBleu.of(TokenizedTexts.of(List.of()), 4)).isEmpty();
    }

    @Test
    void scores_ofEmptyTexts_areZero() {
        assertThat(SelfBleu.scores(TokenizedTexts.of(List.of("", "", "a")), 4)).containsOnly(0);
    }

    @Test
    void order_notPositive_isRejected() {
        assertThatThrownBy(() -> SelfBleu.of(LETTERS, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scores_ofManyEqualTexts_areLinear() {
        List<String> copies = Collections.nCopies(100_000, "why did the chicken cross the road");
        assertThat(SelfBleu.of(TokenizedTexts.of(copies), 4)).hasValueCloseTo(1.0, within(1e-9));
    }

    private static void assertScores(double[] actual, double... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-12));
        }
    }

    static TokenizedTexts split(String... texts) {
        return TokenizedTexts.ofTokens(Arrays.stream(texts)
                .map(text -> Arrays.asList(text.split(" ", -1)))
                .toList());
    }

    static List<List<String>> random(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            texts.add(random.ints(random.nextInt(1, 150), 0, 1 + (int) seed * 2)
                    .mapToObj(Integer::toString)
                    .toList());
        }
        return texts;
    }

    /** The definition, each text against all others. */
    private static double[] naive(List<List<String>> texts) {
        double[] scores = new double[texts.size()];
        for (int t = 0; t < scores.length; t++) {
            double logs = 0;
            for (int n = 1; n <= 4; n++) {
                Map<List<String>, Integer> own = counts(texts.get(t), n);
                int matched = 0;
                int total = Math.max(1, texts.get(t).size() - n + 1);
                for (Map.Entry<List<String>, Integer> gram : own.entrySet()) {
                    int most = 0;
                    for (int r = 0; r < scores.length; r++) {
                        most = r == t
                                ? most
                                : Math.max(most, counts(texts.get(r), n).getOrDefault(gram.getKey(), 0));
                    }
                    matched += Math.min(most, gram.getValue());
                }
                logs += Math.log((matched == 0 ? n == 1 ? 0 : 0.1 : matched) / total);
            }
            int length = texts.get(t).size();
            int nearest = Integer.MAX_VALUE;
            for (int r = 0; r < scores.length; r++) {
                int other = texts.get(r).size();
                boolean nearer = Math.abs(other - length) < Math.abs(nearest - length)
                        || (Math.abs(other - length) == Math.abs(nearest - length) && other < nearest);
                nearest = r != t && nearer ? other : nearest;
            }
            scores[t] = (length > nearest ? 1 : Math.exp(1 - (double) nearest / length)) * Math.exp(logs / 4);
        }
        return scores;
    }

    private static Map<List<String>, Integer> counts(List<String> text, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= text.size(); i++) {
            counts.merge(text.subList(i, i + n), 1, Integer::sum);
        }
        return counts;
    }
}
