package dev.slop.metrics.inference;

import java.util.SplittableRandom;

/** Draws from one Poisson distribution in constant time; tails below 1e-18 of the mode are cut off. Immutable. */
final class PoissonTable {
    private static final double NEGLIGIBLE = 1e-18;

    private final long lowest;
    private final AliasTable table;

    private PoissonTable(long lowest, AliasTable table) {
        this.lowest = lowest;
        this.table = table;
    }

    static PoissonTable of(double mean) {
        long mode = (long) mean;
        int reach = reach(mean);
        long lowest = Math.max(0, mode - reach);
        double[] mass = new double[(int) (mode + reach - lowest) + 1];
        int middle = (int) (mode - lowest);
        mass[middle] = 1;
        for (int i = middle + 1; i < mass.length; i++) {
            mass[i] = mass[i - 1] * (mean / (lowest + i));
        }
        for (int i = middle; i > 0; i--) {
            mass[i - 1] = mass[i] * ((lowest + i) / mean);
        }
        return new PoissonTable(lowest, AliasTable.of(mass));
    }

    /** {@return about how many entries the table of a mean has} */
    static double size(double mean) {
        return 2.0 * reach(mean);
    }

    long draw(SplittableRandom random) {
        return lowest + table.draw(random);
    }

    /** Values beyond mode ± reach have less than a negligible part of the mode's mass (Chernoff's bound). */
    private static int reach(double mean) {
        double log = -Math.log(NEGLIGIBLE);
        return (int) (Math.sqrt(2 * mean * log) + log / 3 * 2) + 2;
    }
}
