package dev.slop.metrics.inference;

import java.util.SplittableRandom;

/** Draws from a finite distribution in constant time (Walker 1977, built as Vose 1991). Immutable. */
final class AliasTable {
    private final double[] threshold;
    private final int[] alias;

    private AliasTable(int size) {
        this.threshold = new double[size];
        this.alias = new int[size];
    }

    /**
     * Builds the table.
     *
     * @param weights 0 or more, not all 0
     */
    static AliasTable of(double[] weights) {
        AliasTable table = new AliasTable(weights.length);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] stack = new int[weights.length];
        int small = 0;
        int large = weights.length;
        for (int i = 0; i < weights.length; i++) {
            table.threshold[i] = weights[i] / sum * weights.length;
            table.alias[i] = i;
            if (table.threshold[i] < 1) {
                stack[small++] = i;
            } else {
                stack[--large] = i;
            }
        }
        table.pair(stack, small, large);
        return table;
    }

    /** The light cells grow from the left of the stack, the heavy from the right; each light one is filled by a heavy. */
    private void pair(int[] stack, int lightEnd, int heavyStart) {
        int light = lightEnd;
        int heavy = heavyStart;
        while (light > 0 && heavy < stack.length) {
            int poor = stack[--light];
            int rich = stack[heavy];
            alias[poor] = rich;
            threshold[rich] -= 1 - threshold[poor];
            if (threshold[rich] < 1) {
                heavy++;
                stack[light++] = rich;
            }
        }
        // What is left on either side differs from 1 by rounding alone.
        for (int i = 0; i < light; i++) {
            threshold[stack[i]] = 1;
        }
    }

    int draw(SplittableRandom random) {
        double u = random.nextDouble() * threshold.length;
        int cell = (int) u;
        return u - cell < threshold[cell] ? cell : alias[cell];
    }
}
