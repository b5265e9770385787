package dev.slop.metrics;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;

/**
 * Counts answers as they come. Mutable and not thread-safe: give each thread its own and {@link #merge} them; the
 * result does not depend on how the answers were divided.
 *
 * <p>Expected cost of an answer is constant; values made to collide in their hash codes cost a logarithm.
 *
 * @param <T> the answers, told apart by {@code equals} and put in order by {@code compareTo}, which must agree
 */
public final class FrequencyAccumulator<T extends Comparable<? super T>> implements Consumer<T> {
    private final CountTable<T> counts = new CountTable<>();

    private FrequencyAccumulator() {}

    /**
     * {@return an accumulator that has seen nothing}
     *
     * @param <T> the answers' type
     */
    public static <T extends Comparable<? super T>> FrequencyAccumulator<T> create() {
        return new FrequencyAccumulator<>();
    }

    /**
     * Counts an answer once.
     *
     * @param answer the answer
     */
    @Override
    public void accept(T answer) {
        counts.add(requireNonNull(answer, "answer"), 1);
    }

    /**
     * Counts an answer several times.
     *
     * @param answer the answer
     * @param times how often it was given; 0 changes nothing
     * @throws IllegalArgumentException if {@code times} is negative
     * @throws ArithmeticException if the answer's count exceeds a long
     */
    public void accept(T answer, long times) {
        requireNonNull(answer, "answer");
        if (times < 0) {
            throw new IllegalArgumentException("count of '" + answer + "' must not be negative: " + times);
        }
        if (times > 0) {
            counts.add(answer, times);
        }
    }

    /**
     * Adds everything another accumulator has counted, as if its answers had been given to this one.
     *
     * @param other is not changed
     * @return this accumulator
     */
    public FrequencyAccumulator<T> merge(FrequencyAccumulator<T> other) {
        counts.addAll(other == this ? other.counts.copy() : other.counts);
        return this;
    }

    /**
     * {@return the counts so far; later answers do not change it}
     *
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    public FrequencyTable<T> snapshot() {
        return new FrequencyTable<>(counts.copy());
    }

    /** Gives the counts away without a copy; this accumulator must not be used afterwards. */
    FrequencyTable<T> freeze() {
        return new FrequencyTable<>(counts);
    }
}
