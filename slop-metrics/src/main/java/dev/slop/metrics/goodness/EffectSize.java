package dev.slop.metrics.goodness;

/**
 * How far answers are from a stated distribution, whatever their number: what a p-value does not tell.
 *
 * <p>All are of the observed shares and so biased high when n is small against the number of cells: fifty draws from a
 * hundred equal cells miss most of them.
 */
public final class EffectSize {
    private static final double LN_2 = Math.log(2);

    private EffectSize() {}

    /**
     * {@return Cohen's w, √(χ²/n): 0 for equality; .1, .3 and .5 are called small, medium and large}
     *
     * <p>Source: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 7.
     *
     * @param counts held against the distribution
     * @throws IllegalArgumentException if no answer is within the cells
     */
    public static double cohensW(CellCounts counts) {
        return Math.sqrt(PowerDivergenceTest.chiSquare().statistic(counts) / counts.inside());
    }

    /**
     * {@return the total variation distance ½ Σ|p<sub>i</sub> − q<sub>i</sub>|, in [0, 1]: the share of answers that
     * would have to change}
     *
     * @param counts held against the distribution
     * @throws IllegalArgumentException if no answer is within the cells
     */
    public static double totalVariation(CellCounts counts) {
        double n = PowerDivergenceTest.requireAnswers(counts);
        double sum = counts.unlistedShare();
        for (int i = 0; i < counts.listed(); i++) {
            sum += Math.abs(counts.count(i) / n - counts.share(i));
        }
        return sum / 2;
    }

    /**
     * {@return the Kullback–Leibler divergence Σ p<sub>i</sub> log<sub>2</sub>(p<sub>i</sub>/q<sub>i</sub>) of the
     * answers from the distribution, in bits; for a uniform one log<sub>2</sub> of the cells minus the entropy}
     *
     * @param counts held against the distribution
     * @throws IllegalArgumentException if no answer is within the cells
     */
    public static double kullbackLeiblerBits(CellCounts counts) {
        return PowerDivergenceTest.g().statistic(counts) / (2 * LN_2 * counts.inside());
    }
}
