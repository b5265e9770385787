package dev.slop.metrics.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import info.debatty.java.stringsimilarity.JaroWinkler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerGroupingTest {
    private static final String ATOMS = "why don't scientists trust atoms? because they make up everything";

    @Test
    void exact_numbersGroupsBySizeThenLabel() {
        Grouping grouping = AnswerGrouping.exact().group(List.of("b", "c", "a", "c"));
        assertThat(grouping).isEqualTo(new Grouping(List.of("c", "a", "b"), List.of(2, 0, 1, 0)));
    }

    @Test
    void given_namesGroupsByLabel() {
        Grouping grouping =
                AnswerGrouping.given(text -> text.substring(0, 1)).group(List.of("apple", "banana", "avocado"));
        assertThat(grouping).isEqualTo(new Grouping(List.of("a", "b"), List.of(0, 1, 0)));
    }

    @Test
    void distances_areEditsOverTheLongerLength_ofTheFirst2000Units() {
        double[][] distances = AnswerGrouping.exact().distances(List.of("", "", "teal", "real", "x".repeat(9_999)));

        assertThat(distances[0]).containsExactly(0, 0, 1, 1, 1);
        assertThat(distances[2]).containsExactly(1, 1, 0, 0.25, 1);
        assertThat(AnswerGrouping.nearDuplicate()
                        .distances(List.of("x".repeat(2_000) + "y", "x".repeat(2_000) + "z"))[0])
                .containsOnly(0);
    }

    @Test
    void pairwise_takesAnySimilarity() {
        AnswerGrouping grouping = AnswerGrouping.pairwise("jaro-winkler", new JaroWinkler()::similarity, 0.9, 100);
        assertThat(grouping.name()).isEqualTo("jaro-winkler");
        assertThat(grouping.group(List.of("martha", "marhta", "dwayne")))
                .isEqualTo(new Grouping(List.of("marhta", "dwayne"), List.of(0, 0, 1)));
    }

    @Test
    void pairwise_callsUsedUp_standsAloneAndWarns() {
        Grouping grouping = AnswerGrouping.pairwise("never", (a, b) -> 0, 1, 3).group(List.of("a", "b", "c", "d", "a"));
        assertThat(grouping.labels()).hasSize(4);
        assertThat(grouping.warnings()).hasSize(1).first().asString().contains("1 different texts", "3 permitted");
    }

    @ParameterizedTest
    @MethodSource
    void nearDuplicate_same(String a, String b) {
        assertThat(AnswerGrouping.nearDuplicate().group(List.of(a, b)).labels()).hasSize(1);
        assertThat(AnswerGrouping.nearDuplicate().group(List.of(b, a)).labels()).hasSize(1);
    }

    static Stream<List<String>> pairs(String... texts) {
        return IntStream.range(0, texts.length / 2).mapToObj(i -> List.of(texts[2 * i], texts[2 * i + 1]));
    }

    static Stream<Arguments> nearDuplicate_same() {
        return pairs(
                        ATOMS,
                        ATOMS + " 😄",
                        ATOMS,
                        ATOMS.replace("they", "htey"),
                        ATOMS,
                        ATOMS + ". want another (dad joke, programmer joke, or dark humor - within safe limits)?",
                        ATOMS,
                        "ok so this one is from my uncle who teaches chemistry: " + ATOMS,
                        "为什么科学家不相信原子？因为它们构成了一切。".repeat(4),
                        "为什么科学家不相信原子？因为它们构成了一切！".repeat(4))
                .map(pair -> Arguments.of(pair.get(0), pair.get(1)));
    }

    @ParameterizedTest
    @MethodSource
    void nearDuplicate_different(String a, String b) {
        assertThat(AnswerGrouping.nearDuplicate().group(List.of(a, b)).labels()).hasSize(2);
        assertThat(AnswerGrouping.nearDuplicate().group(List.of(b, a)).labels()).hasSize(2);
    }

    static Stream<Arguments> nearDuplicate_different() {
        return pairs(
                        "blue",
                        "blues",
                        "elara",
                        "clara",
                        "new york",
                        "new delhi",
                        "my favourite colour is teal",
                        "my favourite colour is blue",
                        "the number is 42",
                        "the number is 43",
                        "the answer to this is 42",
                        "the answer to this is 17",
                        "",
                        "a",
                        "mango",
                        "why not have a mango",
                        ATOMS,
                        "why did the scarecrow win an award? because he was outstanding in his field",
                        ATOMS,
                        (ATOMS + " and so on, ").repeat(4))
                .map(pair -> Arguments.of(pair.get(0), pair.get(1)));
    }

    @Test
    void nearDuplicate_withoutFullLength_thresholdHoldsForShortTexts() {
        var plain =
                AnswerGrouping.nearDuplicate(NearDuplicateOptions.withDefaults().withFullLength(0));
        assertThat(plain.group(List.of("blue", "blues", "red")).labels()).containsExactly("blue", "red");
    }

    @Test
    void nearDuplicate_joinsTheMostSimilarLeader() {
        String a = "a".repeat(100);
        String b = "a".repeat(70) + "b".repeat(30);
        String between = "a".repeat(80) + "b".repeat(20);
        Grouping grouping = AnswerGrouping.nearDuplicate().group(List.of(a, a, b, b, between));
        assertThat(grouping.groupOf()).containsExactly(1, 1, 0, 0, 0);
    }

    @Test
    void nearDuplicate_aChainOfSmallChanges_doesNotJoinItsEnds() {
        List<String> chain = IntStream.rangeClosed(0, 10)
                .mapToObj(i -> "a".repeat(100 - 10 * i) + "b".repeat(10 * i))
                .toList();
        Grouping grouping = AnswerGrouping.nearDuplicate().group(chain);
        assertThat(grouping.groupOf().get(0)).isNotEqualTo(grouping.groupOf().get(10));
        assertThat(grouping.labels()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3_000})
    void nearDuplicate_anyOrder_sameGroupsAndLabels(int allLeadersLimit) {
        GeneratedJokes jokes = GeneratedJokes.of(300, 11);
        AnswerGrouping rule =
                AnswerGrouping.nearDuplicate(NearDuplicateOptions.withDefaults().withAllLeadersLimit(allLeadersLimit));
        Grouping reference = rule.group(jokes.texts());
        List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        for (long seed = 0; seed < 50; seed++) {
            Collections.shuffle(order, new Random(seed));
            Grouping shuffled =
                    rule.group(order.stream().map(jokes.texts()::get).toList());
            assertThat(shuffled.labels()).isEqualTo(reference.labels());
            assertThat(shuffled.groupOf())
                    .isEqualTo(order.stream().map(reference.groupOf()::get).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nearDuplicate_groupingTheLabels_changesNothing(long seed) {
        List<String> labels = AnswerGrouping.nearDuplicate()
                .group(GeneratedJokes.of(500, seed).texts())
                .labels();
        assertThat(AnswerGrouping.nearDuplicate().group(labels).labels()).hasSameSizeAs(labels);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nearDuplicate_finerThanItsThreshold_coarserThanExact(long seed) {
        GeneratedJokes jokes = GeneratedJokes.of(500, seed);
        int exact = AnswerGrouping.exact().group(jokes.texts()).labels().size();
        assertThat(AnswerGrouping.nearDuplicate(1).group(jokes.texts()).labels())
                .hasSizeBetween(exact / 2, exact);
        assertThat(AnswerGrouping.nearDuplicate().group(jokes.texts()).labels()).hasSizeLessThan(exact);
        assertThat(jokes.pairwiseF1(AnswerGrouping.nearDuplicate().group(jokes.texts())))
                .isGreaterThan(0.995);
    }

    @Test
    void group_nothing_isNothing() {
        for (AnswerGrouping rule : List.of(AnswerGrouping.exact(), AnswerGrouping.nearDuplicate())) {
            assertThat(rule.group(List.of())).isEqualTo(new Grouping(List.of(), List.of()));
        }
    }

    @Test
    void nearDuplicate_longTexts_areComparedByTheirBeginnings() {
        var rule =
                AnswerGrouping.nearDuplicate(NearDuplicateOptions.withDefaults().withLongest(100));
        String head = "abcdefghij".repeat(10);
        assertThat(rule.group(List.of(head + "x".repeat(100), head + "y".repeat(101)))
                        .labels())
                .hasSize(1);
        assertThat(rule.group(List.of(head + "x".repeat(100), head + "y".repeat(1000)))
                        .labels())
                .hasSize(2);
    }

    @Test
    void nearDuplicate_megabytes_areGrouped() {
        String a = "a".repeat(1 << 20);
        List<String> texts = List.of(a, a + "b", "b".repeat(1 << 20), "\uD83D".repeat(1 << 20), a);
        assertThat(AnswerGrouping.nearDuplicate().group(texts).groupOf()).containsExactly(0, 0, 1, 2, 0);
    }

    @Test
    void nearDuplicate_millionEqualTexts_areOneGroup() {
        assertThat(AnswerGrouping.nearDuplicate()
                        .group(Collections.nCopies(1_000_000, ATOMS))
                        .labels())
                .containsExactly(ATOMS);
    }

    @Test
    void options_outOfRange_areRefused() {
        NearDuplicateOptions options = NearDuplicateOptions.withDefaults();
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerGrouping.nearDuplicate(0));
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerGrouping.nearDuplicate(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerGrouping.nearDuplicate(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withFullLength(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withLongest(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withAllLeadersLimit(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withCandidateLimit(0));
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerGrouping.pairwise("x", (a, b) -> 0, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerGrouping.pairwise("x", (a, b) -> 0, 0, -1));
    }
}
