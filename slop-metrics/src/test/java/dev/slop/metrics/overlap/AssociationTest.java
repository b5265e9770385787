package dev.slop.metrics.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssociationTest {
    // scipy documentation, chi2_contingency([[10, 10, 20], [20, 20, 20]]) and lambda_="log-likelihood"
    @Test
    void table2x3_matchesScipy() {
        Association association = of(new long[][] {{10, 10, 20}, {20, 20, 20}});
        assertThat(association.chiSquare()).isCloseTo(2.7777777777777777, within(1e-14));
        assertThat(association.g()).isCloseTo(2.768858761678132, within(1e-13));
        assertThat(association.degreesOfFreedom()).isEqualTo(2);
        assertThat(association.chiSquareTest().orElseThrow().pValue()).isCloseTo(0.24935220877729622, within(1e-14));
    }

    // scipy documentation, scipy.stats.contingency.association(obs4x2, method="cramer")
    @Test
    void table4x2_matchesScipy() {
        Association association = of(new long[][] {{100, 150}, {203, 322}, {420, 700}, {320, 210}});
        assertThat(association.cramersV().orElseThrow()).isCloseTo(0.18617813077483678, within(1e-15));
    }

    // R vcd, assocstats(xtabs(~ Treatment + Improved, Arthritis)) without Sex: chi-square 13.0550198525, G 13.530,
    // V .3942295; corrected V .3645846776676 by Bergsma's formula in Python
    @Test
    void arthritis_matchesVcd() {
        Association association = of(new long[][] {{29, 13}, {7, 7}, {7, 21}});
        assertThat(association.chiSquare()).isCloseTo(13.0550198525, within(1e-9));
        assertThat(association.g()).isCloseTo(13.530, within(5e-4));
        assertThat(association.chiSquareTest().orElseThrow().pValue()).isCloseTo(.0014626, within(5e-8));
        assertThat(association.gTest().orElseThrow().pValue()).isCloseTo(.0011536, within(5e-8));
        assertThat(association.cramersV().orElseThrow()).isCloseTo(.3942295, within(5e-8));
        assertThat(association.cramersVCorrected().orElseThrow()).isCloseTo(.3645846776676, within(1e-11));
    }

    // [[6, 4], [4, 6]]: R entropy documentation, Gindep.Plugin G .805420542027555, chi2indep.Plugin .8
    @Test
    void table2x2_matchesRentropy() {
        Association association = of(new long[][] {{6, 4}, {4, 6}});
        assertThat(association.g()).isCloseTo(.805420542027555, within(1e-13));
        assertThat(association.chiSquare()).isCloseTo(.8, within(1e-14));
    }

    // R: chi-square 152.2883226943, df 34, V .712479994326; corrected V .63157579411 and mutual information in Python
    @Test
    void numbers_matchR() {
        Association association = Association.of(ContingencyTable.of(Blog.NUMBERS));
        assertThat(association.chiSquare()).isCloseTo(152.2883226943, within(1e-9));
        assertThat(association.degreesOfFreedom()).isEqualTo(34);
        assertThat(association.cramersV().orElseThrow()).isCloseTo(.712479994326, within(1e-12));
        assertThat(association.cramersVCorrected().orElseThrow()).isCloseTo(.63157579411, within(1e-11));
        assertThat(association.mutualInformationBits().orElseThrow()).isCloseTo(0.8818426102084245, within(1e-14));
    }

    @Test
    void oneAnswer_hasNoV_butNoInformation() {
        Association association = of(new long[][] {{5}, {7}});
        assertThat(association.cramersV()).isEmpty();
        assertThat(association.cramersVCorrected()).isEmpty();
        assertThat(association.mutualInformationBits()).hasValue(0);
    }

    @Test
    void noAnswers_areUndefined() {
        for (long[][] counts : new long[][][] {{}, {{}}, {{0, 0}, {0, 0}}}) {
            Association association = of(counts);
            assertThat(association.cramersV()).isEmpty();
            assertThat(association.cramersVCorrected()).isEmpty();
            assertThat(association.mutualInformationBits()).isEmpty();
            assertThat(association.degreesOfFreedom()).isZero();
            assertThat(association.chiSquare()).isZero();
        }
    }

    @Test
    void everyAnswerDifferent_cannotBeCorrected() {
        Association association = of(new long[][] {{1, 0}, {0, 1}});
        assertThat(association.cramersV()).hasValue(1);
        assertThat(association.cramersVCorrected()).isEmpty();
    }

    @Test
    void modelWithoutAnswers_doesNotCount() {
        Association with = of(new long[][] {{6, 4, 0}, {0, 0, 0}, {4, 6, 0}});
        Association without = of(new long[][] {{6, 4}, {4, 6}});
        assertThat(with.cramersVCorrected()).isEqualTo(without.cramersVCorrected());
    }

    @Test
    void nothingShared_isPerfectAssociation_evenForLargeCounts() {
        Association association = of(new long[][] {{1_000_000_000_000L, 0}, {0, 1_000_000_000L}});
        assertThat(association.cramersV().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(association.cramersVCorrected().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void v_isInRange_andBlindToOrder_andInformationIsBounded(long seed) {
        long[][] rows = RandomCounts.rows(seed, 3, 8);
        Association association = of(rows);
        Association turned = of(new long[][] {rows[1], rows[2], rows[0]});
        assertThat(association.cramersV().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(association.cramersVCorrected().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(association.mutualInformationBits().orElseThrow()).isBetween(0.0, Math.log(3) / Math.log(2));
        assertThat(turned.cramersVCorrected().orElseThrow())
                .isCloseTo(association.cramersVCorrected().orElseThrow(), within(1e-12));
    }

    private static Association of(long[][] counts) {
        return Association.of(ContingencyTable.ofCounts(counts));
    }
}
