package dev.slop.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often each different answer was given. Immutable; the result does not depend on the order in which answers came.
 *
 * @param <T> the answers, told apart by {@code equals} and put in order by {@code compareTo}, which must agree
 */
public final class FrequencyTable<T extends Comparable<? super T>> {
    /** Lists from this length on are counted in parts on the common pool. */
    private static final int PARALLEL_THRESHOLD = 1 << 17;

    private final CountTable<T> table;
    private final long[] counts;
    private final long total;
    /* Most users need the counts alone; ordering ten thousands of different answers costs more than counting them. */
    private volatile @Nullable List<T> values;

    FrequencyTable(CountTable<T> table) {
        this.table = table;
        this.counts = table.counts();
        long sum = 0;
        for (long count : counts) {
            sum = Math.addExact(sum, count);
        }
        this.total = sum;
        Arrays.sort(counts);
        reverse(counts);
    }

    /**
     * Counts answers.
     *
     * @param answers in any order
     * @param <T> the answers' type
     * @return the table
     */
    public static <T extends Comparable<? super T>> FrequencyTable<T> of(Iterable<? extends T> answers) {
        if (answers instanceof List<? extends T> list
                && list instanceof RandomAccess
                && list.size() >= PARALLEL_THRESHOLD) {
            return ofParts(list, ForkJoinPool.getCommonPoolParallelism() + 1);
        }
        FrequencyAccumulator<T> accumulator = FrequencyAccumulator.create();
        answers.forEach(accumulator);
        return accumulator.freeze();
    }

    private static <T extends Comparable<? super T>> FrequencyTable<T> ofParts(List<? extends T> answers, int parts) {
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> FrequencyTable.<T>count(answers, part, parts))
                .reduce(FrequencyAccumulator::merge)
                .orElseThrow()
                .freeze();
    }

    private static <T extends Comparable<? super T>> FrequencyAccumulator<T> count(
            List<? extends T> answers, int part, int parts) {
        FrequencyAccumulator<T> accumulator = FrequencyAccumulator.create();
        int from = (int) ((long) answers.size() * part / parts);
        int to = (int) ((long) answers.size() * (part + 1) / parts);
        for (int i = from; i < to; i++) {
            accumulator.accept(answers.get(i));
        }
        return accumulator;
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
        FrequencyAccumulator<T> accumulator = FrequencyAccumulator.create();
        counts.forEach(accumulator::accept);
        return accumulator.freeze();
    }

    /** {@return n, the number of answers} */
    public long total() {
        return total;
    }

    /** {@return S, the number of different answers} */
    public int distinct() {
        return counts.length;
    }

    /** {@return the different answers, the most frequent first, ties in natural order; ordered at the first call} */
    public List<T> values() {
        List<T> ordered = values;
        if (ordered == null) {
            ordered = order();
            values = ordered;
        }
        return ordered;
    }

    /** {@return a copy of the counts, parallel to {@link #values()}, so in descending order} */
    public long[] counts() {
        return counts.clone();
    }

    /**
     * {@return the count of the answer at a rank, without a copy}
     *
     * @param rank from 0, parallel to {@link #values()}
     * @throws IndexOutOfBoundsException if there is no such rank
     */
    public long countAt(int rank) {
        return counts[rank];
    }

    /**
     * {@return how often an answer was given; 0 if never}
     *
     * @param value the answer
     */
    public long count(T value) {
        return table.count(value);
    }

    /**
     * Pools two tables.
     *
     * @param other further answers
     * @return the counts of both together
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    public FrequencyTable<T> plus(FrequencyTable<T> other) {
        CountTable<T> sum = table.copy();
        sum.addAll(other.table);
        return new FrequencyTable<>(sum);
    }

    /** Puts each value into the run of its count, then orders the runs: no comparison of values with unequal counts. */
    private List<T> order() {
        @SuppressWarnings("unchecked")
        T[] ordered = (T[]) new Comparable<?>[counts.length];
        int[] filled = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            int run = firstAtMost(table.count(i));
            ordered[run + filled[run]++] = table.value(i);
        }
        for (int run = 0; run < counts.length; run += filled[run]) {
            Arrays.parallelSort(ordered, run, run + filled[run]);
        }
        return Collections.unmodifiableList(Arrays.asList(ordered));
    }

    private int firstAtMost(long count) {
        int low = 0;
        int high = counts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (counts[middle] > count) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void reverse(long[] array) {
        for (int i = 0, j = array.length - 1; i < j; i++, j--) {
            long swapped = array[i];
            array[i] = array[j];
            array[j] = swapped;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrequencyTable<?> that
                && Arrays.equals(counts, that.counts)
                && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + values().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("FrequencyTable{");
        for (int rank = 0; rank < counts.length; rank++) {
            text.append(rank == 0 ? "" : ", ")
                    .append(values().get(rank))
                    .append('=')
                    .append(counts[rank]);
        }
        return text.append('}').toString();
    }
}
