package dev.slop.metrics.inference;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts p-values for the number of tests made, as R's {@code p.adjust}. An adjusted p-value below α may be called
 * significant at α over the whole family of tests.
 */
public final class MultipleTesting {
    private MultipleTesting() {}

    /**
     * Holm's step-down adjustment: bounds the probability of any false rejection, whatever the dependence of the tests.
     * Source: Holm, Scandinavian Journal of Statistics 6 (1979) 65.
     *
     * @param pValues in any order
     * @return adjusted p-values in the same order
     * @throws IllegalArgumentException if a p-value is not in [0, 1]
     */
    public static double[] holm(double[] pValues) {
        int[] order = ascending(pValues);
        double[] adjusted = new double[order.length];
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, Math.min(1, (order.length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }

    /**
     * Benjamini and Hochberg's step-up adjustment: bounds the expected share of false among all rejections, for tests
     * that are independent or positively dependent. Source: Journal of the Royal Statistical Society B 57 (1995) 289.
     *
     * @param pValues in any order
     * @return adjusted p-values in the same order
     * @throws IllegalArgumentException if a p-value is not in [0, 1]
     */
    public static double[] benjaminiHochberg(double[] pValues) {
        int[] order = ascending(pValues);
        double[] adjusted = new double[order.length];
        double smallest = 1;
        for (int rank = order.length; rank > 0; rank--) {
            smallest = Math.min(smallest, (double) order.length / rank * pValues[order[rank - 1]]);
            adjusted[order[rank - 1]] = smallest;
        }
        return adjusted;
    }

    private static int[] ascending(double[] pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("p-value must be in [0, 1]: " + p);
            }
        }
        return IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
