package dev.slop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrequencyTableTest {
    @Test
    void of_answers_countsThem_mostFrequentFirst_tiesInOrder() {
        FrequencyTable<String> table = FrequencyTable.of(List.of("teal", "blue", "cyan", "teal", "blue", "teal"));

        assertThat(table.total()).isEqualTo(6);
        assertThat(table.distinct()).isEqualTo(3);
        assertThat(table.values()).containsExactly("teal", "blue", "cyan");
        assertThat(table.counts()).containsExactly(3, 2, 1);
        assertThat(table.countAt(1)).isEqualTo(2);
        assertThat(table.count("cyan")).isEqualTo(1);
        assertThat(table.count("red")).isZero();
        assertThat(table).hasToString("FrequencyTable{teal=3, blue=2, cyan=1}");
    }

    @Test
    void of_noAnswers_isEmpty() {
        FrequencyTable<String> table = FrequencyTable.of(List.of());

        assertThat(table.total()).isZero();
        assertThat(table.distinct()).isZero();
        assertThat(table.values()).isEmpty();
        assertThat(table.counts()).isEmpty();
        assertThat(table.count("")).isZero();
    }

    @Test
    void of_nullAnswer_isRejected() {
        assertThatNullPointerException().isThrownBy(() -> FrequencyTable.of(Arrays.asList("a", null)));
    }

    @Test
    void ofCounts_negative_isRejected_zeroIsLeftOut() {
        assertThat(FrequencyTable.ofCounts(Map.of("a", 0L, "b", 2L)).values()).containsExactly("b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrequencyTable.ofCounts(Map.of("a", -1L)))
                .withMessage("count of 'a' must not be negative: -1");
    }

    @Test
    void ofCounts_pastALong_isRejected_belowItIsExact() {
        long large = 1L << 53;
        assertThat(FrequencyTable.ofCounts(Map.of("a", large, "b", 1L)).total()).isEqualTo(large + 1);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> FrequencyTable.ofCounts(Map.of("a", Long.MAX_VALUE, "b", 1L)));
    }

    @Test
    void counts_changedByTheCaller_leavesTheTableAlone() {
        FrequencyTable<String> table = FrequencyTable.of(List.of("a"));
        table.counts()[0] = 99;

        assertThat(table.count("a")).isEqualTo(1);
        assertThat(table.counts()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void of_anyOrder_givesTheSameTable_asAPlainMap(long seed) {
        List<Integer> answers = zipf(seed, 20_000);
        Map<Integer, Long> expected = new TreeMap<>();
        answers.forEach(answer -> expected.merge(answer, 1L, Long::sum));
        FrequencyTable<Integer> table = FrequencyTable.of(answers);
        Collections.shuffle(answers, new Random(seed));

        assertThat(FrequencyTable.of(answers)).isEqualTo(table).hasSameHashCodeAs(table);
        assertThat(table.distinct()).isEqualTo(expected.size());
        expected.forEach((answer, count) -> assertThat(table.count(answer)).isEqualTo(count));
        assertThat(table.values())
                .isSortedAccordingTo(
                        Comparator.comparingLong(table::count).reversed().thenComparing(Comparator.naturalOrder()));
        assertThat(table.counts())
                .containsExactly(table.values().stream().mapToLong(table::count).toArray());
    }

    @Test
    void of_longList_countedInParts_equalsCountedInOne() {
        List<Integer> answers = zipf(7, 300_000);
        FrequencyAccumulator<Integer> one = FrequencyAccumulator.create();
        answers.forEach(one);

        assertThat(FrequencyTable.of(answers)).isEqualTo(one.snapshot());
        assertThat(FrequencyTable.of(Collections.unmodifiableCollection(answers)))
                .isEqualTo(one.snapshot());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void plus_isCountingBothTogether_inEitherOrder(long seed) {
        List<Integer> first = zipf(seed, 3_000);
        List<Integer> second = zipf(seed + 100, 5_000);
        List<Integer> both = new ArrayList<>(first);
        both.addAll(second);
        FrequencyTable<Integer> a = FrequencyTable.of(first);
        FrequencyTable<Integer> b = FrequencyTable.of(second);

        assertThat(a.plus(b)).isEqualTo(b.plus(a)).isEqualTo(FrequencyTable.of(both));
        assertThat(a).isEqualTo(FrequencyTable.of(first));
    }

    /** 2^13 strings of one hash code: "Aa" and "BB" collide, and so do all words made of them. */
    @Test
    void of_stringsMadeToCollide_countsThemAll() {
        List<String> answers = new ArrayList<>();
        for (int bits = 0; bits < 1 << 13; bits++) {
            StringBuilder word = new StringBuilder();
            for (int bit = 0; bit < 13; bit++) {
                word.append((bits >> bit & 1) == 0 ? "Aa" : "BB");
            }
            answers.add(word.toString());
        }
        answers.addAll(answers.subList(0, 1_000));
        FrequencyTable<String> table = FrequencyTable.of(answers);
        Map<String, Long> expected = new HashMap<>();
        answers.forEach(answer -> expected.merge(answer, 1L, Long::sum));

        assertThat(answers.stream().mapToInt(String::hashCode).distinct().count())
                .isEqualTo(1);
        assertThat(table.distinct()).isEqualTo(1 << 13);
        expected.forEach((answer, count) -> assertThat(table.count(answer)).isEqualTo(count));
        assertThat(table.count("absent")).isZero();
        assertThat(table.plus(table).count(answers.get(0))).isEqualTo(4);
    }

    @Test
    void equals_otherValuesOrCounts_differ() {
        FrequencyTable<String> table = FrequencyTable.of(List.of("a", "b"));

        assertThat(table)
                .isNotEqualTo(FrequencyTable.of(List.of("a", "c")))
                .isNotEqualTo(FrequencyTable.of(List.of("a", "b", "b")))
                .isNotEqualTo("a");
    }

    private static List<Integer> zipf(long seed, int n) {
        Random random = new Random(seed);
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            answers.add(65_536 * (int) (1 / (random.nextDouble() + 1e-5)));
        }
        return answers;
    }
}
