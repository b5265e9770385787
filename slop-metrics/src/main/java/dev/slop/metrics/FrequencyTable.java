package dev.slop.metrics;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each different answer was given. Immutable; the result does not depend on the order in which answers came.
 *
 * @param <T> the answers, told apart by {@code equals} and put in order by {@code compareTo}
 */
public final class FrequencyTable<T extends Comparable<? super T>> {
    private final Map<T, Long> byValue;
    private final List<T> values;
    private final long[] counts;
    private final long total;

    private FrequencyTable(Map<T, Long> byValue) {
        Comparator<Map.Entry<T, Long>> mostFrequentFirst =
                Map.Entry.<T, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        List<Map.Entry<T, Long>> entries =
                byValue.entrySet().stream().sorted(mostFrequentFirst).toList();
        this.byValue = Collections.unmodifiableMap(byValue);
        this.values = entries.stream().map(Map.Entry::getKey).toList();
        this.counts = entries.stream().mapToLong(Map.Entry::getValue).toArray();
        long sum = 0;
        for (long count : counts) {
            sum = Math.addExact(sum, count);
        }
        this.total = sum;
    }

    /**
     * Counts answers.
     *
     * @param answers in any order
     * @param <T> the answers' type
     * @return the table
     */
    public static <T extends Comparable<? super T>> FrequencyTable<T> of(Iterable<? extends T> answers) {
        Map<T, Long> counts = new HashMap<>();
        for (T answer : answers) {
            counts.merge(answer, 1L, Long::sum);
        }
        return new FrequencyTable<>(counts);
    }

    /**
     * Takes counts that were made elsewhere; answers counted 0 times are left out.
     *
     * @param counts by answer
     * @param <T> the answers' type
     * @return the table
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    public static <T extends Comparable<? super T>> FrequencyTable<T> ofCounts(Map<T, Long> counts) {
        Map<T, Long> copy = new HashMap<>();
        counts.forEach((value, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("count of '" + value + "' must not be negative: " + count);
            }
            if (count > 0) {
                copy.put(value, count);
            }
        });
        return new FrequencyTable<>(copy);
    }

    /** {@return n, the number of answers} */
    public long total() {
        return total;
    }

    /** {@return S, the number of different answers} */
    public int distinct() {
        return counts.length;
    }

    /** {@return the different answers, the most frequent first, ties in natural order} */
    public List<T> values() {
        return values;
    }

    /** {@return a copy of the counts, parallel to {@link #values()}, so in descending order} */
    public long[] counts() {
        return counts.clone();
    }

    /**
     * {@return how often an answer was given; 0 if never}
     *
     * @param value the answer
     */
    public long count(T value) {
        return byValue.getOrDefault(value, 0L);
    }

    /**
     * Pools two tables.
     *
     * @param other further answers
     * @return the counts of both together
     */
    public FrequencyTable<T> plus(FrequencyTable<T> other) {
        Map<T, Long> sum = new HashMap<>(byValue);
        other.byValue.forEach((value, count) -> sum.merge(value, count, Math::addExact));
        return new FrequencyTable<>(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrequencyTable<?> table && table.byValue.equals(byValue);
    }

    @Override
    public int hashCode() {
        return byValue.hashCode();
    }

    @Override
    public String toString() {
        return "FrequencyTable" + byValue;
    }
}
