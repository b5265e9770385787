package dev.slop.metrics.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    // The canonical data of Krippendorff: 4 observers, 12 units, 0 for missing.
    private static final int[][] CANONICAL = {
        {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
        {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0},
    };
    // Wikipedia, "Krippendorff's alpha", the computational example: 3 coders, 15 units.
    private static final int[][] WIKIPEDIA = {
        {0, 0, 0, 0, 0, 3, 4, 1, 2, 1, 1, 3, 3, 0, 3},
        {1, 0, 2, 1, 3, 3, 4, 3, 0, 0, 0, 0, 0, 0, 0},
        {0, 0, 2, 1, 3, 4, 4, 0, 2, 1, 1, 3, 3, 0, 4},
    };
    // R irr, diagnoses: 30 patients by 6 raters (Fleiss 1971); 1 depression, 2 personality disorder, 3 schizophrenia,
    // 4 neurosis, 5 other. One string a patient.
    private static final String[] DIAGNOSES =
            ("444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 "
                            + "333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 "
                            + "133333 555555")
                    .split(" ");

    // fast-krippendorff's docstring; R irr, kripp.alpha(x, "nominal" | "ordinal" | "interval" | "ratio")
    @ParameterizedTest
    @CsvSource({
        "NOMINAL, .743421052632",
        "ORDINAL, .815387503755",
        "INTERVAL, .849107142857",
        "RATIO, .797402774712",
    })
    void canonicalData_matchesIrr(MeasurementLevel level, double expected) {
        double[] values = {1, 2, 3, 4, 5};
        assertThat(KrippendorffAlpha.of(byUnit(CANONICAL, 5), values, level).orElseThrow())
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void wikipediaData_matches() {
        long[][] units = byUnit(WIKIPEDIA, 4);
        assertThat(KrippendorffAlpha.nominal(units).orElseThrow()).isCloseTo(.691358, within(5e-7));
        assertThat(KrippendorffAlpha.of(units, new double[] {1, 2, 3, 4}, MeasurementLevel.INTERVAL)
                        .orElseThrow())
                .isCloseTo(.810845, within(5e-7));
    }

    @Test
    void acrossModels_isTheMeanOverPairingsOfDraws() {
        // two models, 4 draws each; every pairing of the draws is a data set of 4 units with 2 raters
        int[] a = {1, 1, 2, 3};
        int[] b = {1, 2, 2, 2};
        double sum = 0;
        int pairings = 0;
        for (int[] order : permutations(4)) {
            int[] paired = Arrays.stream(order).map(i -> b[i]).toArray();
            sum += KrippendorffAlpha.nominal(byUnit(new int[][] {a, paired}, 3)).orElseThrow();
            pairings++;
        }
        ContingencyTable table = ContingencyTable.ofCounts(new long[][] {{2, 1, 1}, {1, 3, 0}});
        assertThat(KrippendorffAlpha.acrossModels(table).orElseThrow()).isCloseTo(sum / pairings, within(1e-14));
    }

    @Test
    void acrossModels_ofModelsThatAgreeOnlyWithThemselves_isLowest() {
        long[][] counts = new long[4][4];
        for (int i = 0; i < 4; i++) {
            counts[i][i] = 1_000_000_000L;
        }
        assertThat(KrippendorffAlpha.acrossModels(ContingencyTable.ofCounts(counts))
                        .orElseThrow())
                .isCloseTo(-1.0 / 3, within(1e-8));
    }

    @Test
    void alpha_withoutContrast_isUndefined() {
        assertThat(KrippendorffAlpha.nominal(new long[][] {{3}, {2}})).isEmpty();
        assertThat(KrippendorffAlpha.nominal(new long[][] {{1, 0}, {0, 1}})).isEmpty();
        assertThat(KrippendorffAlpha.nominal(new long[][] {})).isEmpty();
        assertThat(KrippendorffAlpha.acrossModels(ContingencyTable.ofCounts(new long[][] {{5, 3}})))
                .isEmpty();
        assertThat(KrippendorffAlpha.acrossModels(ContingencyTable.ofCounts(new long[][] {{5}, {3}})))
                .isEmpty();
        assertThat(KrippendorffAlpha.acrossModels(ContingencyTable.ofCounts(new long[][] {})))
                .isEmpty();
    }

    @Test
    void badUnits_areRefused() {
        assertThatThrownBy(() -> KrippendorffAlpha.nominal(new long[][] {{1, 2}, {1}}))
                .hasMessage("a unit has 1 columns, not 2");
        assertThatThrownBy(() -> KrippendorffAlpha.nominal(new long[][] {{1, -2}}))
                .hasMessage("negative count: -2");
        assertThatThrownBy(() -> KrippendorffAlpha.of(
                        new long[][] {{1, 2}}, new double[] {2, Double.NaN}, MeasurementLevel.INTERVAL))
                .hasMessage("values must ascend: 2.0, NaN");
        assertThatThrownBy(() ->
                        KrippendorffAlpha.of(new long[][] {{1, 2}}, new double[] {-2, 1}, MeasurementLevel.RATIO))
                .hasMessage("values at ratio level must not be negative: -2.0");
    }

    // R irr, kappam.fleiss(diagnoses): Kappa = 0.43, z = 17.7 (pyirr's port prints z = 17.652)
    @Test
    void fleissKappa_ofDiagnoses_matchesIrr() {
        long[][] units = new long[DIAGNOSES.length][5];
        for (int i = 0; i < units.length; i++) {
            for (char diagnosis : DIAGNOSES[i].toCharArray()) {
                units[i][diagnosis - '1']++;
            }
        }
        FleissKappa kappa = FleissKappa.of(units).orElseThrow();
        assertThat(kappa.value()).isCloseTo(.430, within(5e-4));
        assertThat(kappa.z()).isCloseTo(17.652, within(5e-4));
    }

    // Wikipedia, "Fleiss' kappa", worked example: 10 subjects, 14 raters, 5 categories; P .378, Pe .213, kappa .210
    @Test
    void fleissKappa_ofWikipedia_matches() {
        long[][] units = {
            {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
            {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
        };
        assertThat(FleissKappa.of(units).orElseThrow().value()).isCloseTo(.210, within(5e-4));
    }

    @Test
    void fleissKappa_edges() {
        assertThat(FleissKappa.of(new long[][] {})).isEmpty();
        assertThat(FleissKappa.of(new long[][] {{3, 0}, {3, 0}})).isEmpty();
        assertThat(FleissKappa.of(new long[][] {{3, 0}, {0, 3}}).orElseThrow().value())
                .isEqualTo(1);
        assertThatThrownBy(() -> FleissKappa.of(new long[][] {{2, 1}, {1, 1}}))
                .hasMessage("units need the same two or more answers: 3 and 2");
        assertThatThrownBy(() -> FleissKappa.of(new long[][] {{1, 0}}))
                .hasMessage("units need the same two or more answers: 1 and 1");
        assertThatThrownBy(() -> FleissKappa.of(new long[][] {{3, -1}})).hasMessage("negative count: -1");
    }

    private static long[][] byUnit(int[][] ratings, int values) {
        long[][] units = new long[ratings[0].length][values];
        for (int[] rater : ratings) {
            for (int unit = 0; unit < units.length; unit++) {
                if (rater[unit] > 0) {
                    units[unit][rater[unit] - 1]++;
                }
            }
        }
        return units;
    }

    private static Iterable<int[]> permutations(int size) {
        List<int[]> all = new ArrayList<>();
        permute(new int[size], 0, all);
        return all;
    }

    private static void permute(int[] prefix, int length, List<int[]> all) {
        if (length == prefix.length) {
            all.add(prefix.clone());
            return;
        }
        for (int candidate = 0; candidate < prefix.length; candidate++) {
            int value = candidate;
            if (Arrays.stream(prefix, 0, length).noneMatch(used -> used == value)) {
                prefix[length] = value;
                permute(prefix, length + 1, all);
            }
        }
    }
}
