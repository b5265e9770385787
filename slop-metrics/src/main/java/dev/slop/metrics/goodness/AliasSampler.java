package dev.slop.metrics.goodness;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/** Unequal cells in constant time: Vose (1991), IEEE Transactions on Software Engineering 17. */
final class AliasSampler implements CellSampler {
    private final long[] keepBelow;
    private final int[] alias;

    private AliasSampler(long[] keepBelow, int[] alias) {
        this.keepBelow = keepBelow;
        this.alias = alias;
    }

    static AliasSampler of(CellProbabilities probabilities) {
        int size = probabilities.size();
        double[] height = new double[size];
        Deque<Integer> low = new ArrayDeque<>();
        Deque<Integer> high = new ArrayDeque<>();
        for (int cell = 0; cell < size; cell++) {
            height[cell] = probabilities.of(cell) * size;
            (height[cell] < 1 ? low : high).add(cell);
        }
        int[] alias = new int[size];
        while (!low.isEmpty() && !high.isEmpty()) {
            int filled = low.remove();
            int giver = high.remove();
            alias[filled] = giver;
            height[giver] -= 1 - height[filled];
            (height[giver] < 1 ? low : high).add(giver);
        }
        low.forEach(cell -> height[cell] = 1);
        high.forEach(cell -> height[cell] = 1);
        return new AliasSampler(thresholds(height, alias), alias);
    }

    private static long[] thresholds(double[] height, int[] alias) {
        long[] keepBelow = new long[height.length];
        for (int cell = 0; cell < height.length; cell++) {
            keepBelow[cell] = (long) (height[cell] * 0x1p63);
            if (height[cell] == 1) {
                alias[cell] = cell;
            }
        }
        return keepBelow;
    }

    /** The product's high half picks the cell, its low half, independent of it, whether the cell is kept. */
    @Override
    public int next(SplittableRandom random) {
        long bits = random.nextLong() >>> 1;
        long twice = (long) alias.length << 1;
        int cell = (int) Math.multiplyHigh(bits, twice);
        return (bits * twice) >>> 1 < keepBelow[cell] ? cell : alias[cell];
    }
}
