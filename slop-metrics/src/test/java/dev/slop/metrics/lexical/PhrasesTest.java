package dev.slop.metrics.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhrasesTest {
    @ParameterizedTest
    @CsvSource({
        "30, 100, 5, 200, 1.1666666666666667, 2.570157451405602, 5.5841502709922235, 2.3484558410619675e-08, 1.6680656746996791",
        "0, 50, 10, 100, .5, -2.5303411061104604, -1.7369873381908456, 0.08238940583465496, -5.385501490723955",
    })
    void logOdds_areMonroes(
            double y, double n, double other, double m, double prior, double ratio, double z, double p, double lower) {
        // Equations 15, 18 and 22 in Python; p by math.erfc, the bound with 1.959963984540054.
        LogOdds odds = LogOdds.of(y, n, other, m, prior, 10, 0.95);
        assertThat(odds.ratio().value()).isCloseTo(ratio, within(1e-12));
        assertThat(odds.z()).isCloseTo(z, within(1e-12));
        assertThat(odds.pValue()).isCloseTo(p, within(1e-9 * p));
        assertThat(odds.ratio().lower()).isCloseTo(lower, within(1e-9));
    }

    @Test
    void logOdds_areAntisymmetric() {
        LogOdds there = LogOdds.of(30, 100, 5, 200, 1, 10, 0.95);
        LogOdds back = LogOdds.of(5, 200, 30, 100, 1, 10, 0.95);
        assertThat(there.z()).isCloseTo(-back.z(), within(1e-12));
        assertThat(LogOdds.of(3, 10, 3, 10, 1, 10, 0.95).z()).isZero();
    }

    @Test
    void logOdds_ofImpossibleCounts_areRejected() {
        assertThatThrownBy(() -> LogOdds.of(11, 10, 0, 1, 1, 10, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogOdds.of(1, 10, 0, 1, 10, 10, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogOdds.of(Double.NaN, 10, 0, 1, 1, 10, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overused_findsTheJokeOfAModel_andNotWhatAllSay() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("atoms", Collections.nCopies(30, "Why don't scientists trust atoms? They make up everything!"));
        texts.put("bread", Collections.nCopies(30, "Why did the bread win? They make up everything!"));
        Map<String, List<OverusedPhrase>> found = OverusedPhrases.withDefaults().byModel(texts);
        assertThat(found.get("atoms"))
                .extracting(OverusedPhrase::phrase)
                .contains("scientists trust atoms")
                .doesNotContain("make up everything", "why", "atoms", "trust atoms");
        assertThat(found.get("atoms")).allSatisfy(phrase -> {
            assertThat(phrase.texts()).isEqualTo(30);
            assertThat(phrase.otherTexts()).isZero();
            assertThat(phrase.logOdds().z()).isGreaterThan(3);
            assertThat(phrase.adjustedPValue()).isLessThan(0.01);
        });
        assertThat(found.get("bread")).extracting(OverusedPhrase::phrase).contains("the bread win");
    }

    @Test
    void overused_workForAnyScript() {
        Map<String, List<String>> texts =
                Map.of("a", Collections.nCopies(20, "科学者は原子を信じない"), "b", Collections.nCopies(20, "パンは賞を取った"));
        assertThat(OverusedPhrases.withDefaults().byModel(texts).get("a")).isNotEmpty();
    }

    @Test
    void overused_ofModelsThatDrawFromOneSource_areFewerThanTheRate() {
        // 50 seeded studies without any difference; on average at most 5 % may report a phrase. 50 draws at .05: more
        // than
        // 9 have a chance below .001.
        long falseAlarms = 0;
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, List<String>> texts = new LinkedHashMap<>();
            for (String model : List.of("a", "b", "c")) {
                texts.put(
                        model,
                        IntStream.range(0, 60).mapToObj(i -> words(random)).toList());
            }
            falseAlarms += OverusedPhrases.withDefaults().byModel(texts).values().stream()
                    .filter(found -> !found.isEmpty())
                    .count();
        }
        assertThat(falseAlarms).isLessThanOrEqualTo(16);
    }

    @Test
    void overused_againstACorpus_agreesWithAnotherModel() {
        List<String> own = Collections.nCopies(10, "delve into the rich tapestry");
        List<String> corpus = Collections.nCopies(40, "look into the rich soup");
        List<OverusedPhrase> against = OverusedPhrases.withDefaults().against(own, corpus.iterator());
        Map<String, List<String>> models = new LinkedHashMap<>();
        models.put("own", own);
        models.put("corpus", corpus);
        assertThat(against)
                .isEqualTo(OverusedPhrases.withDefaults().byModel(models).get("own"))
                .isNotEmpty();
    }

    @Test
    void overused_withoutOthers_areNone() {
        assertThat(OverusedPhrases.withDefaults()
                        .byModel(Map.of("a", List.of("a", "a", "a")))
                        .get("a"))
                .isEmpty();
        assertThat(OverusedPhrases.withDefaults().byModel(Map.of())).isEmpty();
        assertThat(OverusedPhrases.withDefaults().against(List.of(), Collections.emptyIterator()))
                .isEmpty();
    }

    @Test
    void shared_isTheLongestRunOfSeveralModels() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("a", List.of("Why don't scientists trust atoms? Because they make up everything!", "no no no no no"));
        texts.put("b", List.of("Well: because they make up everything", "no no no no no way"));
        texts.put("c", List.of("They make up everything in here"));
        List<SharedPhrase> shared = SharedPhrases.longest(texts, 3, 5, "");
        assertThat(shared)
                .containsExactly(
                        new SharedPhrase("because they make up everything", 5, 2, List.of("a", "b")),
                        new SharedPhrase("no no no no no", 5, 2, List.of("a", "b")));
        assertThat(SharedPhrases.longest(texts, 3, 5, "Say: no no no no no."))
                .extracting(SharedPhrase::phrase)
                .containsExactly("because they make up everything");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shared_longest_agreesWithTheDefinition(long seed) {
        List<List<String>> words = SelfBleuTest.random(seed, 6);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            texts.computeIfAbsent("m" + i % 3, m -> new ArrayList<>()).add(String.join(" ", words.get(i)));
        }
        int longest = 0;
        for (int a = 0; a < words.size(); a++) {
            for (int b = 0; b < words.size(); b++) {
                longest = a % 3 == b % 3 ? longest : Math.max(longest, longestRun(words.get(a), words.get(b)));
            }
        }
        assertThat(SharedPhrases.longest(texts, 1, 1, "").stream()
                        .mapToInt(SharedPhrase::words)
                        .max()
                        .orElse(0))
                .isEqualTo(longest);
    }

    @Test
    void shared_ofManyEqualTexts_isTheText() {
        Map<String, List<String>> texts =
                Map.of("a", Collections.nCopies(2_000, "x y z ".repeat(10)), "b", List.of("x y z ".repeat(10)));
        SharedPhrase whole = SharedPhrases.longest(texts, 3, 5, "").get(0);
        assertThat(whole.words()).isEqualTo(30);
        assertThat(whole.texts()).isEqualTo(2_001);
    }

    @Test
    void similarity_isOneForEqualTexts_zeroForStrangers_andSymmetric() {
        LexicalSimilarity similarity = LexicalSimilarity.of(List.of("the cat sat", "the dog sat", "a bird flew", ""));
        assertThat(similarity.similarity("", "")).isEqualTo(1);
        assertThat(similarity.similarity("the cat", "the cat")).isEqualTo(1);
        assertThat(similarity.similarity("the cat", "")).isZero();
        assertThat(similarity.similarity("abc", "xyz")).isZero();
        double there = similarity.similarity("the cat sat", "the dog sat");
        assertThat(there)
                .isEqualTo(similarity.similarity("the dog sat", "the cat sat"))
                .isBetween(0.05, 0.95);
        assertThat(there).isLessThan(similarity.similarity("the cat sat", "the cat sat down"));
    }

    @Test
    void lexicalGrouping_joinsLikeTexts_inAnyOrder() {
        List<String> answers = List.of(
                "The old lighthouse keeper found a bottle with a map",
                "A young robot learned to paint sunsets on Mars",
                "The old lighthouse keeper once found a bottle with a map");
        assertThat(LexicalSimilarity.grouping(0.5, 1_000).group(answers).labels())
                .hasSize(2);
        assertThat(LexicalSimilarity.grouping(0.5, 1_000).name()).isEqualTo("lexical");
        assertThatThrownBy(() -> LexicalSimilarity.grouping(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String words(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append('w').append(random.nextInt(40)).append(' ');
        }
        return text.toString();
    }

    private static int longestRun(List<String> a, List<String> b) {
        int longest = 0;
        int[] run = new int[b.size() + 1];
        for (String word : a) {
            for (int j = b.size(); j > 0; j--) {
                run[j] = word.equals(b.get(j - 1)) ? run[j - 1] + 1 : 0;
                longest = Math.max(longest, run[j]);
            }
        }
        return longest;
    }
}
