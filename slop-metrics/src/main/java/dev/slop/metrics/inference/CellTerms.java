package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Distances that are sums over cells: what was dealt to one sample says what the other has, so a table holds all terms. */
final class CellTerms {
    private static final long MOST_TERMS = 1 << 22;

    private final int[] offsets;
    private final double[] terms;

    private CellTerms(int[] offsets, double[] terms) {
        this.offsets = offsets;
        this.terms = terms;
    }

    /**
     * The distance as a function of deals.
     *
     * @param samples two rows of counts
     * @param distance what a cell adds
     * @param deals how many there will be: no table where it would cost more than they do
     */
    static ToDoubleFunction<long[][]> statistic(long[][] samples, CellDistance distance, int deals) {
        long answersA = Arrays.stream(samples[0]).sum();
        long answersB = Arrays.stream(samples[1]).sum();
        long terms = answersA + answersB + samples[0].length;
        if (terms <= Math.min(MOST_TERMS, (long) deals * samples[0].length)) {
            CellTerms table = table(samples, distance, answersA, answersB, (int) terms);
            return dealt -> table.sum(dealt[0]);
        }
        return dealt -> {
            double sum = 0;
            for (int cell = 0; cell < dealt[0].length; cell++) {
                sum += distance.of(dealt[0][cell], dealt[1][cell], answersA, answersB);
            }
            return sum;
        };
    }

    private static CellTerms table(long[][] samples, CellDistance distance, long answersA, long answersB, int size) {
        CellTerms table = new CellTerms(new int[samples[0].length], new double[size]);
        int next = 0;
        for (int cell = 0; cell < samples[0].length; cell++) {
            table.offsets[cell] = next;
            long pooled = samples[0][cell] + samples[1][cell];
            for (long a = 0; a <= pooled; a++) {
                boolean possible = a <= answersA && pooled - a <= answersB;
                table.terms[next++] = possible ? distance.of(a, pooled - a, answersA, answersB) : 0;
            }
        }
        return table;
    }

    private double sum(long[] dealt) {
        double sum = 0;
        for (int cell = 0; cell < dealt.length; cell++) {
            sum += terms[offsets[cell] + (int) dealt[cell]];
        }
        return sum;
    }
}
