package dev.slop.metrics.overlap;

import dev.slop.metrics.FrequencyTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of answers by model: one row a model, one column a different answer of any of them. Immutable.
 *
 * <p>Columns are in the order of the pooled table (most frequent first, ties in natural order), so nothing that is
 * computed from them depends on the order in which answers came.
 */
public final class ContingencyTable {
    private final long[][] counts;
    private final long[] rowTotals;
    private final long total;

    private ContingencyTable(long[][] counts) {
        this.counts = counts;
        this.rowTotals = Arrays.stream(counts).mapToLong(ContingencyTable::sum).toArray();
        this.total = sum(rowTotals);
    }

    /**
     * Aligns the answers of several models.
     *
     * @param models one table a model
     * @param <T> the answers' type
     * @return the table; a model without answers keeps its row of zeros
     */
    public static <T extends Comparable<? super T>> ContingencyTable of(List<FrequencyTable<T>> models) {
        Map<T, Integer> columns = columns(models);
        long[][] counts = new long[models.size()][columns.size()];
        for (int row = 0; row < counts.length; row++) {
            List<T> values = models.get(row).values();
            long[] own = models.get(row).counts();
            for (int i = 0; i < own.length; i++) {
                counts[row][columns.getOrDefault(values.get(i), -1)] = own[i];
            }
        }
        return new ContingencyTable(counts);
    }

    /**
     * Takes counts that are aligned already.
     *
     * @param counts one row a model, one column an answer; copied
     * @return the table
     * @throws IllegalArgumentException if the rows differ in length or a count is negative
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    public static ContingencyTable ofCounts(long[][] counts) {
        long[][] copy = new long[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            copy[row] = counts[row].clone();
            if (copy[row].length != copy[0].length) {
                throw new IllegalArgumentException(
                        "row " + row + " has " + copy[row].length + " columns, row 0 has " + copy[0].length);
            }
            requireNoNegative(copy[row], row);
        }
        return new ContingencyTable(copy);
    }

    /** {@return the number of models} */
    public int rows() {
        return counts.length;
    }

    /** {@return the number of different answers} */
    public int columns() {
        return counts.length == 0 ? 0 : counts[0].length;
    }

    /**
     * {@return a copy of the counts of one model, by column}
     *
     * @param row number of the model
     */
    public long[] row(int row) {
        return counts[row].clone();
    }

    /**
     * {@return the number of answers of one model}
     *
     * @param row number of the model
     */
    public long rowTotal(int row) {
        return rowTotals[row];
    }

    /** {@return the number of answers} */
    public long total() {
        return total;
    }

    /** {@return a copy of all counts, by row and column} */
    public long[][] counts() {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /** {@return whether every model has at least one answer} */
    boolean everyRowAnswered() {
        return Arrays.stream(rowTotals).allMatch(n -> n > 0);
    }

    private static <T extends Comparable<? super T>> Map<T, Integer> columns(List<FrequencyTable<T>> models) {
        Map<T, Long> pooled = new HashMap<>();
        for (FrequencyTable<T> model : models) {
            List<T> values = model.values();
            long[] own = model.counts();
            for (int i = 0; i < own.length; i++) {
                pooled.merge(values.get(i), own[i], Math::addExact);
            }
        }
        Map<T, Integer> columns = new HashMap<>();
        FrequencyTable.ofCounts(pooled).values().forEach(value -> columns.put(value, columns.size()));
        return columns;
    }

    private static void requireNoNegative(long[] row, int number) {
        for (long count : row) {
            if (count < 0) {
                throw new IllegalArgumentException("row " + number + " has a negative count: " + count);
            }
        }
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum = Math.addExact(sum, value);
        }
        return sum;
    }
}
