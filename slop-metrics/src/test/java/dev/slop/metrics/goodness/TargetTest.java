package dev.slop.metrics.goodness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.slop.metrics.FrequencyTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {
    private static final Target COIN = Target.uniform(List.of("heads", "tails"));
    private static final Target HUNDRED = Target.uniformIntegers(1, 100);

    @Test
    void uniform_listed_givesEqualProbabilities() {
        assertThat(COIN.cells()).isEqualTo(2);
        assertThat(COIN.probability("heads")).isEqualTo(.5);
        assertThat(COIN.probability("edge")).isZero();
        assertThat(COIN.description()).isEqualTo("uniform over heads, tails");
        assertThat(Target.uniform(List.of("a", "b", "c", "d", "e", "f", "g")).description())
                .isEqualTo("uniform over 7 answers");
    }

    @Test
    void uniform_noneOrTwice_isRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Target.uniform(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.uniform(List.of("a", "a")))
                .withMessage("the answer 'a' is listed twice");
    }

    @Test
    void uniformIntegers_readsDecimalIntegers() {
        assertThat(HUNDRED.cells()).isEqualTo(100);
        assertThat(HUNDRED.description()).isEqualTo("uniform over 1..100");
        assertThat(HUNDRED).hasToString("uniform over 1..100");
        for (String inside : List.of("1", "100", "007", "+7")) {
            assertThat(HUNDRED.probability(inside)).as(inside).isEqualTo(.01);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-7", "7.0", "", " ", "seven", "1e1", "99999999999999999999999", "\u001b[31m"})
    void uniformIntegers_anythingElse_isOutside(String answer) {
        assertThat(HUNDRED.probability(answer)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "0, 2147483647", "-9223372036854775808, 9223372036854775807", "-9223372036854775808, 0"})
    void uniformIntegers_emptyOrTooLong_isRejected(long min, long max) {
        assertThatIllegalArgumentException().isThrownBy(() -> Target.uniformIntegers(min, max));
    }

    @Test
    void uniformIntegers_atTheEndsOfLong() {
        assertThat(Target.uniformIntegers(Long.MAX_VALUE, Long.MAX_VALUE).cells())
                .isEqualTo(1);
        assertThat(Target.uniformIntegers(Long.MIN_VALUE, Long.MIN_VALUE + 9).probability("" + Long.MIN_VALUE))
                .isEqualTo(.1);
    }

    @Test
    void weights_areScaledToProbabilities() {
        Target target = Target.weights(Map.of("a", 1.0, "b", 3.0));

        assertThat(target.probability("b")).isEqualTo(.75);
        assertThat(target.probability("c")).isZero();
        assertThat(target.cells()).isEqualTo(2);
        assertThat(target.description()).isEqualTo("stated shares of a, b");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void weights_notPositive_areRejected(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.weights(Map.of("a", 1.0, "b", weight)))
                .withMessageContaining("'b'");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1 - 1e-12, 1, 1 + 1e-12})
    void weights_thatNearlySumTo1_areShares(double sum) {
        Target target = Target.weights(Map.of("a", .25 * sum, "b", .75 * sum));

        assertThat(target.probability("a")).isCloseTo(.25, within(1e-15));
        assertThat(target.probability("a") + target.probability("b")).isCloseTo(1, within(1e-15));
    }

    @Test
    void weights_none_isRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Target.weights(Map.of()));
    }

    @Test
    void observe_countsTheOutsideApart_andMergesSpellingsOfANumber() {
        CellCounts counts =
                HUNDRED.observe(FrequencyTable.ofCounts(Map.of("42", 10L, "042", 1L, "7", 3L, "101", 2L, "mango", 1L)));

        assertThat(counts.inside()).isEqualTo(14);
        assertThat(counts.outside()).isEqualTo(3);
        assertThat(counts.cells()).isEqualTo(100);
        assertThat(counts.counts()).containsExactly(3, 11);
        assertThat(counts.smallestExpected()).isCloseTo(.14, within(1e-15));
    }

    @Test
    void expectedDistinct_ofReference() {
        // 100 (1 - .99^50), evaluated in Python
        assertThat(HUNDRED.expectedDistinct(50)).isCloseTo(39.4993932862, within(5e-11));
        assertThat(HUNDRED.expectedDistinct(0)).isZero();
        assertThat(HUNDRED.expectedDistinct(1)).isCloseTo(1, within(1e-14));
        assertThat(Target.uniformIntegers(1, 1_000_000).expectedDistinct(2)).isCloseTo(1.999999, within(1e-10));
        assertThat(Target.uniformIntegers(5, 5).expectedDistinct(9)).isEqualTo(1);
        assertThat(Target.uniformIntegers(5, 5).expectedDistinct(0)).isZero();
        assertThat(Target.weights(Map.of("a", 3.0, "b", 1.0)).expectedDistinct(2))
                .isCloseTo(1 - .25 * .25 + 1 - .75 * .75, withinPercentage(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> HUNDRED.expectedDistinct(-1));
    }

    @Test
    void equals_sameDistribution() {
        assertThat(COIN)
                .isEqualTo(Target.uniform(List.of("heads", "tails")))
                .hasSameHashCodeAs(Target.uniform(List.of("heads", "tails")));
        assertThat(COIN).isNotEqualTo(HUNDRED).isNotEqualTo(Target.weights(Map.of("heads", 1.0, "tails", 2.0)));
        assertThat(HUNDRED).isNotEqualTo(Target.uniformIntegers(0, 99)).isEqualTo(Target.uniformIntegers(1, 100));
    }
}
