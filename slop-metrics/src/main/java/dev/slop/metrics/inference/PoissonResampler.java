package dev.slop.metrics.inference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws cell by cell from Poisson distributions and tops up: for many answers over many cells.
 */
final class PoissonResampler extends Resampler {
    /* Independent Poisson counts with means in proportion to the cells' shares are, given their sum T, a multinomial
     * draw of T answers; n - T further answers drawn one by one make it a multinomial draw of n, whatever T was. The
     * means sum to n less three standard deviations, so T seldom exceeds n (then all is drawn again, which changes T's
     * distribution only) and the answers to add are about 3 sqrt(n). Cells of equal count share one table, so the
     * tables follow the number of different counts, not of cells. */
    private static final double DEVIATIONS = 3;
    private static final int FEWEST_ANSWERS = 1024;
    private static final long LARGEST_TABLES = 1 << 21;

    private final PoissonTable[] tables;
    private final AliasTable topUp;

    PoissonResampler(long[] row) {
        super(row);
        double scale = 1 - shortfall(total) / total;
        Map<Long, PoissonTable> byCount = new HashMap<>();
        tables = Arrays.stream(counts)
                .mapToObj(count -> byCount.computeIfAbsent(count, c -> PoissonTable.of(c * scale)))
                .toArray(PoissonTable[]::new);
        topUp = AliasTable.of(Arrays.stream(counts).asDoubleStream().toArray());
    }

    static double shortfall(long total) {
        return DEVIATIONS * Math.sqrt((double) total);
    }

    static boolean applies(long[] row) {
        double entries = Arrays.stream(row)
                .filter(count -> count > 0)
                .distinct()
                .mapToDouble(count -> PoissonTable.size((double) count))
                .sum();
        return Arrays.stream(row).sum() >= FEWEST_ANSWERS && entries <= LARGEST_TABLES;
    }

    @Override
    void draw(SplittableRandom random, long[] into) {
        Arrays.fill(into, 0);
        long missing;
        do {
            missing = total;
            for (int i = 0; i < tables.length; i++) {
                long drawn = tables[i].draw(random);
                into[cells[i]] = drawn;
                missing -= drawn;
            }
        } while (missing < 0);
        for (; missing > 0; missing--) {
            into[cells[topUp.draw(random)]]++;
        }
    }
}
