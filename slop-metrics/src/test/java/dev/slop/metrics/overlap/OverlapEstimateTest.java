package dev.slop.metrics.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.PermutationTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlapEstimateTest {
    private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(999);
    private static final PermutationTest TEST = PermutationTest.withDefaults().withResamples(999);

    @ParameterizedTest
    @EnumSource
    void everyMeasure_hasAnInterval(OverlapMeasure measure) {
        Estimate estimate = (Estimate) measure.estimate(Blog.G, Blog.E, BOOTSTRAP);
        assertThat(estimate.value()).isEqualTo(measure.of(Blog.G, Blog.E).orElseThrow());
        assertThat(estimate.lower()).isNotNegative().isLessThan(estimate.upper());
    }

    @Test
    void jaccard_isAShareOfTheDifferentAnswers() {
        // 4 of 18 different answers: scipy 1.17.1, binomtest(4, 18).proportion_ci(.95, "wilson"); Dice is 2J/(1 + J)
        Estimate jaccard = (Estimate) OverlapMeasure.JACCARD.estimate(Blog.G, Blog.E, BOOTSTRAP);
        assertThat(jaccard.lower()).isCloseTo(0.09000928108601694, within(1e-12));
        assertThat(jaccard.upper()).isCloseTo(0.45214584316212625, within(1e-12));
        assertThat(jaccard.method()).isEqualTo("Wilson over 18 different answers, mean at this n");
        Estimate dice = (Estimate) OverlapMeasure.SORENSEN_DICE.estimate(Blog.G, Blog.E, BOOTSTRAP);
        assertThat(dice.value()).isCloseTo(8.0 / 22, within(1e-12));
        assertThat(dice.upper()).isCloseTo(2 * jaccard.upper() / (1 + jaccard.upper()), within(1e-12));
    }

    @Test
    void measuresTogether_areMeasuresAlone() {
        Map<OverlapMeasure, Quantity> together =
                OverlapMeasure.estimates(EnumSet.allOf(OverlapMeasure.class), Blog.G, Blog.E, BOOTSTRAP);
        assertThat(together).hasSize(OverlapMeasure.values().length);
        together.forEach((measure, estimate) ->
                assertThat(measure.estimate(Blog.G, Blog.E, BOOTSTRAP)).isEqualTo(estimate));
    }

    @ParameterizedTest
    @EnumSource
    void everyMeasure_withoutAnswers_saysWhy(OverlapMeasure measure) {
        FrequencyTable<Integer> none = FrequencyTable.of(List.of());
        assertThat(measure.estimate(Blog.G, none, BOOTSTRAP)).isEqualTo(Quantity.unavailable("no answers"));
        assertThat(measure.estimate(none, none, BOOTSTRAP)).isEqualTo(Quantity.unavailable("no answers"));
        assertThat(measure.test(Blog.G, none, TEST)).isEmpty();
    }

    @Test
    void identicalConstants_haveAWidth() {
        FrequencyTable<String> mango = FrequencyTable.ofCounts(Map.of("mango", 5L));
        OverlapMeasure.estimates(EnumSet.allOf(OverlapMeasure.class), mango, mango, BOOTSTRAP)
                .forEach((measure, quantity) -> {
                    Estimate estimate = (Estimate) quantity;
                    assertThat(estimate.lower()).as(measure.name()).isLessThan(estimate.upper());
                    assertThat(estimate.value()).isBetween(estimate.lower(), estimate.upper());
                });
    }

    @Test
    void test_isTheSameWayRound_forSimilaritiesAndDistances() {
        TestResult distance = OverlapMeasure.TOTAL_VARIATION
                .test(Blog.FRUIT_C, Blog.FRUIT_E, TEST)
                .orElseThrow();
        TestResult similarity = OverlapMeasure.WEIGHTED_JACCARD
                .test(Blog.FRUIT_C, Blog.FRUIT_E, TEST)
                .orElseThrow();
        // weighted Jaccard = (1 - TV)/(1 + TV): one orders the deals as the other does
        assertThat(similarity.pValue()).isEqualTo(distance.pValue());
        // 4:1 against 1:4, margins 5 and 5: tables 0..5, |a - 2.5| >= 1.5: (1 + 25 + 25 + 1)/252
        assertThat(distance.pValue()).isCloseTo(52.0 / 252, within(1e-13));
    }

    @Test
    void partition_hasIntervals() {
        DiversityPartition.Estimates partition =
                DiversityPartition.estimate(ContingencyTable.of(Blog.NUMBERS), 1, BOOTSTRAP);
        Estimate beta = (Estimate) partition.beta();
        assertThat(beta.value()).isCloseTo(1.84272733040105, within(1e-13));
        assertThat(beta.lower()).isBetween(1.3, beta.value());
        assertThat(beta.upper()).isBetween(beta.value(), 2.2);
        assertThat(((Estimate) partition.turnover()).upper()).isCloseTo((beta.upper() - 1) / 2, within(1e-9));
        assertThat(partition.alpha()).isInstanceOf(Estimate.class);
        assertThat(partition.gamma()).isInstanceOf(Estimate.class);
    }

    @Test
    void partition_ofOneOrNoModel_saysWhy() {
        DiversityPartition.Estimates one =
                DiversityPartition.estimate(ContingencyTable.of(List.of(Blog.G)), 2, BOOTSTRAP);
        assertThat(one.turnover()).isEqualTo(Quantity.unavailable("one model"));
        assertThat(one.beta()).isEqualTo(Quantity.unavailable("one model"));
        assertThat(one.gamma()).isInstanceOf(Estimate.class);
        ContingencyTable gap = ContingencyTable.ofCounts(new long[][] {{1, 2}, {0, 0}});
        assertThat(DiversityPartition.estimate(gap, 1, BOOTSTRAP).alpha())
                .isEqualTo(Quantity.unavailable("a model has no answers"));
        assertThat(DiversityPartition.estimate(ContingencyTable.ofCounts(new long[2][0]), 1, BOOTSTRAP)
                        .alpha())
                .isEqualTo(Quantity.unavailable("no answers"));
    }

    @Test
    void association_hasIntervals() {
        ContingencyTable numbers = ContingencyTable.of(Blog.NUMBERS);
        Estimate v = (Estimate) Association.cramersV(numbers, BOOTSTRAP);
        assertThat(v.value()).isCloseTo(.63157579411, within(1e-11));
        assertThat(v.lower()).isBetween(.4, v.value());
        Estimate information = (Estimate) Association.mutualInformationBits(numbers, BOOTSTRAP);
        assertThat(information.value()).isBetween(information.lower(), information.upper());
        Estimate alpha = (Estimate) KrippendorffAlpha.acrossModels(numbers, BOOTSTRAP);
        assertThat(alpha.value()).isNegative();
        assertThat(alpha.lower()).isGreaterThan(-.5);
        assertThat(Association.homogeneity(numbers, TEST).orElseThrow().pValue())
                .isEqualTo(.001);
    }

    @Test
    void association_undefined_saysWhy() {
        assertThat(Association.cramersV(ContingencyTable.ofCounts(new long[][] {{4}, {5}}), BOOTSTRAP))
                .isEqualTo(Quantity.unavailable("all answers are the same"));
        assertThat(Association.cramersV(ContingencyTable.ofCounts(new long[][] {{4, 3}}), BOOTSTRAP))
                .isEqualTo(Quantity.unavailable("fewer than two models answered"));
        assertThat(Association.cramersV(ContingencyTable.ofCounts(new long[][] {{1, 0}, {0, 1}}), BOOTSTRAP))
                .isEqualTo(Quantity.unavailable("every answer differs"));
        assertThat(Association.mutualInformationBits(ContingencyTable.ofCounts(new long[][] {}), BOOTSTRAP))
                .isEqualTo(Quantity.unavailable("no answers"));
        assertThat(KrippendorffAlpha.acrossModels(ContingencyTable.ofCounts(new long[][] {{4}, {5}}), BOOTSTRAP))
                .isEqualTo(Quantity.unavailable("all answers are the same or of one model"));
        assertThat(KrippendorffAlpha.acrossModels(ContingencyTable.ofCounts(new long[][] {}), BOOTSTRAP))
                .isEqualTo(Quantity.unavailable("no answers"));
    }
}
