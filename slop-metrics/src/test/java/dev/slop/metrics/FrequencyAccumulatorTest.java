package dev.slop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FrequencyAccumulatorTest {
    private final FrequencyAccumulator<String> accumulator = FrequencyAccumulator.create();

    @Test
    void accept_times_countsThatOften() {
        accumulator.accept("a");
        accumulator.accept("b", 3);
        accumulator.accept("c", 0);

        assertThat(accumulator.snapshot()).isEqualTo(FrequencyTable.of(List.of("a", "b", "b", "b")));
    }

    @Test
    void accept_negative_isRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accumulator.accept("a", -2))
                .withMessage("count of 'a' must not be negative: -2");
    }

    @Test
    void accept_pastALong_isRejected() {
        accumulator.accept("a", Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> accumulator.accept("a"));
    }

    @Test
    void snapshot_isNotChangedByLaterAnswers() {
        accumulator.accept("a");
        FrequencyTable<String> before = accumulator.snapshot();
        accumulator.accept("a");
        accumulator.accept("b");

        assertThat(before).isEqualTo(FrequencyTable.of(List.of("a")));
        assertThat(accumulator.snapshot()).isEqualTo(FrequencyTable.of(List.of("a", "a", "b")));
    }

    @Test
    void merge_isCountingBoth_andLeavesTheOther() {
        accumulator.accept("a", 2);
        FrequencyAccumulator<String> other = FrequencyAccumulator.create();
        other.accept("a");
        other.accept("b");

        assertThat(accumulator.merge(other).snapshot()).isEqualTo(FrequencyTable.of(List.of("a", "a", "a", "b")));
        assertThat(other.snapshot()).isEqualTo(FrequencyTable.of(List.of("a", "b")));
    }

    @Test
    void merge_withItself_doubles() {
        accumulator.accept("a", 2);

        assertThat(accumulator.merge(accumulator).snapshot().count("a")).isEqualTo(4);
    }
}
