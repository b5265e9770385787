package dev.slop.metrics.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupingStabilityTest {
    private static final NearDuplicateOptions OPTIONS = NearDuplicateOptions.withDefaults();

    @Test
    void adjustedRandIndex_equalsTheReference() {
        // sklearn.metrics.adjusted_rand_score([0, 0, 1, 2], [0, 0, 1, 1]) -> 0.5714285714285714
        assertThat(AdjustedRandIndex.of(List.of(0, 0, 1, 2), List.of(0, 0, 1, 1)))
                .isCloseTo(4 / 7.0, within(1e-15));
        // sklearn.metrics.adjusted_rand_score([0, 0, 1, 1], [0, 1, 0, 1]) -> -0.5
        assertThat(AdjustedRandIndex.of(List.of(0, 0, 1, 1), List.of(0, 1, 0, 1)))
                .isCloseTo(-0.5, within(1e-15));
        assertThat(AdjustedRandIndex.of(List.of(0, 0, 0, 0), List.of(0, 1, 2, 3)))
                .isZero();
    }

    @Test
    void adjustedRandIndex_trivialPartitions_areEqual() {
        assertThat(AdjustedRandIndex.of(List.of(), List.of())).isOne();
        assertThat(AdjustedRandIndex.of(List.of(0), List.of(7))).isOne();
        assertThat(AdjustedRandIndex.of(List.of(0, 0), List.of(1, 1))).isOne();
        assertThat(AdjustedRandIndex.of(List.of(0, 1), List.of(1, 0))).isOne();
        assertThatIllegalArgumentException().isThrownBy(() -> AdjustedRandIndex.of(List.of(0), List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void adjustedRandIndex_isSymmetric_andBlindToNames(long seed) {
        var random = new Random(seed);
        List<Integer> a = random.ints(200, 0, 9).boxed().toList();
        List<Integer> b = random.ints(200, 0, 9).boxed().toList();
        assertThat(AdjustedRandIndex.of(a, b))
                .isEqualTo(AdjustedRandIndex.of(b, a))
                .isBetween(-0.1, 0.1);
        assertThat(AdjustedRandIndex.of(a, a.stream().map(g -> 100 - g).toList()))
                .isOne();
    }

    @Test
    void stability_farApart_changesNothing() {
        String a = "a".repeat(100);
        String b = "b".repeat(100);
        assertThat(GroupingStability.of(List.of(a, a, b, b), OPTIONS, 10))
                .isEqualTo(new GroupingStability(0, 0, 0, 0, 4));
    }

    @Test
    void stability_pairAtTheThreshold_changesWithIt() {
        String a = "a".repeat(100);
        String near = "a".repeat(82) + "b".repeat(18);
        GroupingStability stability = GroupingStability.of(List.of(a, a, near, "c".repeat(100)), OPTIONS, 0);
        assertThat(stability.looser()).isZero();
        assertThat(stability.stricter()).isPositive();
        assertThat(stability.leftOut()).isZero();
    }

    @Test
    void stability_aLeaderLeftOut_changesTheRest() {
        String a = "a".repeat(100);
        String middle = "a".repeat(85) + "b".repeat(15);
        String b = "a".repeat(70) + "b".repeat(30);
        GroupingStability stability = GroupingStability.of(List.of(a, middle, middle, b, "c".repeat(100)), OPTIONS, 10);
        assertThat(stability.worstLeftOut()).isPositive();
        assertThat(stability.meanLeftOut()).isLessThan(stability.worstLeftOut());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stability_anyOrder_isTheSame(long seed) {
        List<String> texts = new ArrayList<>(GeneratedJokes.of(60, seed).texts());
        GroupingStability stability = GroupingStability.of(texts, OPTIONS, 7);
        Collections.shuffle(texts, new Random(seed));
        assertThat(GroupingStability.of(texts, OPTIONS, 7)).isEqualTo(stability);
        assertThat(stability.leftOut()).isEqualTo(7);
    }

    @Test
    void stability_nothing_isStable() {
        assertThat(GroupingStability.of(List.of(), OPTIONS, 5)).isEqualTo(new GroupingStability(0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> GroupingStability.of(List.of(), OPTIONS, -1));
    }

    @Test
    void stability_ofARule_isTriedWithinItsCost() {
        List<String> texts = List.of("a".repeat(100), "b".repeat(100), "c".repeat(100), "d".repeat(100));
        AnswerGrouping rule = AnswerGrouping.nearDuplicate(OPTIONS);

        // a grouping of 4 texts of 100 letters has 4 * 4 / 2 * 100 * 100 = 80,000 cells
        assertThat(rule.stability(texts, 239_999)).isEmpty();
        assertThat(rule.stability(texts, 5 * 80_000))
                .contains(new GroupingStability(0, 0, 0, 0, 2))
                .map(GroupingStability::worst)
                .contains(0.0);
        assertThat(rule.stability(texts, 1e12)).map(GroupingStability::leftOut).contains(4);
        assertThat(AnswerGrouping.exact().stability(texts, 1e12)).isEmpty();
    }
}
