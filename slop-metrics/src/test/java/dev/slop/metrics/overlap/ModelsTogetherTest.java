package dev.slop.metrics.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.PermutationTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTogetherTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyNumber_isThatOfItsOwnClass(long seed) {
        long[][] rows = RandomCounts.rows(seed, 4, 12);
        ContingencyTable table = ContingencyTable.ofCounts(rows);
        DiversityPartition q0 = DiversityPartition.of(table, 0).orElseThrow();
        DiversityPartition q1 = DiversityPartition.of(table, 1).orElseThrow();
        DiversityPartition q2 = DiversityPartition.of(table, 2).orElseThrow();
        Association association = Association.of(table);
        Map<ModelsTogether, Double> expected = Map.ofEntries(
                Map.entry(ModelsTogether.ALPHA_0, q0.alpha()),
                Map.entry(ModelsTogether.GAMMA_0, q0.gamma()),
                Map.entry(ModelsTogether.ALPHA_1, q1.alpha()),
                Map.entry(ModelsTogether.BETA_1, q1.beta()),
                Map.entry(ModelsTogether.GAMMA_1, q1.gamma()),
                Map.entry(ModelsTogether.TURNOVER_1, q1.turnover().orElseThrow()),
                Map.entry(ModelsTogether.ALPHA_2, q2.alpha()),
                Map.entry(ModelsTogether.GAMMA_2, q2.gamma()),
                Map.entry(ModelsTogether.CRAMERS_V, association.cramersV().orElseThrow()),
                Map.entry(
                        ModelsTogether.CRAMERS_V_CORRECTED,
                        association.cramersVCorrected().orElseThrow()),
                Map.entry(
                        ModelsTogether.MUTUAL_INFORMATION_BITS,
                        association.mutualInformationBits().orElseThrow()),
                Map.entry(
                        ModelsTogether.KRIPPENDORFF_ALPHA,
                        KrippendorffAlpha.acrossModels(table).orElseThrow()));
        expected.forEach((number, value) ->
                assertThat(ModelsTogether.of(number, rows)).as(number.name()).isCloseTo(value, within(1e-10)));
    }

    @Test
    void fleissKappa_isTheMeanOverAllPairingsOfDraws() {
        // Models a: x, y and b: x, z. Pairings of the draws: {xx, yz} or {xz, yx}; P = 1/2 or 0, mean 1/4;
        // P_e = 1/4 + 1/16 + 1/16 = 3/8; kappa (1/4 - 3/8)/(5/8) = -.2.
        ContingencyTable table = ContingencyTable.ofCounts(new long[][] {{1, 1, 0}, {1, 0, 1}});
        assertThat(FleissKappa.acrossModels(table).orElseThrow()).isCloseTo(-.2, within(1e-14));
    }

    @Test
    void pairsTogether_agreeWithThePointValues_andRepeat() {
        ContingencyTable table = ContingencyTable.ofCounts(RandomCounts.rows(7, 5, 12));
        Map<OverlapMeasure, Bootstrap.Method> wanted = Map.of(OverlapMeasure.JACCARD, Bootstrap.Method.BCA);
        Bootstrap bootstrap = Bootstrap.withDefaults().withResamples(199);
        List<Map<OverlapMeasure, Quantity>> pairs = OverlapMeasure.estimates(wanted, table, bootstrap);
        assertThat(pairs).hasSize(10).isEqualTo(OverlapMeasure.estimates(wanted, table, bootstrap));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equality_byCells_isTheTestByTheWholeDistance(long seed) {
        long[][] rows = RandomCounts.rows(seed, 2, 9);
        PermutationTest test = PermutationTest.withDefaults().withResamples(499);
        TestResult byCells = test.test(rows[0], rows[1], OverlapMeasure.jensenShannonByCell())
                .orElseThrow();
        TestResult whole = test.test(rows[0], rows[1], OverlapMeasure.JENSEN_SHANNON_BITS.statistic())
                .orElseThrow();
        assertThat(byCells.statistic()).isCloseTo(whole.statistic(), within(1e-12));
        assertThat(byCells.pValue()).isCloseTo(whole.pValue(), within(1e-2));
    }
}
