package dev.slop.metrics.goodness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.slop.metrics.FrequencyTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EffectSizeTest {
    private static final Target HUNDRED = Target.uniformIntegers(1, 100);

    @Test
    void ofNearlyOneNumber() {
        CellCounts counts = HUNDRED.observe(FrequencyTable.ofCounts(Map.of("42", 49L, "47", 1L)));

        // sqrt(4754/50); .97 + .01 of the mass elsewhere; log2(100) - .141440542541821 bit of entropy (R, entropy
        // 1.3.2)
        assertThat(EffectSize.cohensW(counts)).isCloseTo(Math.sqrt(95.08), withinPercentage(1e-12));
        assertThat(EffectSize.totalVariation(counts)).isCloseTo(.98, within(1e-14));
        assertThat(EffectSize.kullbackLeiblerBits(counts))
                .isCloseTo(Math.log(100) / Math.log(2) - .141440542541821, within(1e-12));
    }

    @Test
    void ofThePreciseShares_isZero() {
        CellCounts counts =
                Target.weights(Map.of("a", 1.0, "b", 3.0)).observe(FrequencyTable.of(List.of("b", "a", "b", "b")));

        assertThat(EffectSize.cohensW(counts)).isZero();
        assertThat(EffectSize.totalVariation(counts)).isZero();
        assertThat(EffectSize.kullbackLeiblerBits(counts)).isZero();
    }

    @Test
    void ofUnequalShares_countsTheCellsWithoutAnswers() {
        CellCounts counts = Target.weights(Map.of("a", 5.0, "b", 3.0, "c", 2.0))
                .observe(FrequencyTable.ofCounts(Map.of("a", 10L, "x", 7L)));

        assertThat(EffectSize.totalVariation(counts)).isCloseTo(.5, within(1e-15));
        assertThat(EffectSize.cohensW(counts)).isCloseTo(1, within(1e-15));
        assertThat(EffectSize.kullbackLeiblerBits(counts)).isCloseTo(1, within(1e-15));
    }

    @Test
    void ofResampledCounts_keepsTheCells() {
        CellCounts counts = HUNDRED.observe(FrequencyTable.ofCounts(Map.of("42", 49L, "47", 1L, "none", 3L)));
        CellCounts resampled = counts.withCounts(new long[] {50, 0});

        assertThat(resampled.inside()).isEqualTo(50);
        assertThat(resampled.outside()).isZero();
        assertThat(resampled.cells()).isEqualTo(100);
        assertThat(EffectSize.totalVariation(resampled)).isCloseTo(.99, within(1e-14));
        assertThat(PowerDivergenceTest.chiSquare().statistic(resampled)).isCloseTo(4950, withinPercentage(1e-12));
    }
}
