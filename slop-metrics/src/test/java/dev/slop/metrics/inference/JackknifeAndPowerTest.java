package dev.slop.metrics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Estimate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JackknifeAndPowerTest {
    private static final double[] FLAT = {.25, .25, .25, .25};
    private static final double[] STEEP = {.7, .1, .1, .1};
    private static final PowerSimulation POWER = PowerSimulation.withDefaults().withSimulations(200);

    // The jackknife removes the bias of a quadratic functional: sum p^2 becomes sum n(n - 1) / (N(N - 1)),
    // for G .185306122448980
    @Test
    void jackknife_ofSimpson_isUnbiased() {
        Jackknife jackknife = Jackknife.of(
                        Answers.G,
                        counts -> Arrays.stream(counts)
                                        .mapToDouble(count -> count * (double) count)
                                        .sum()
                                / Math.pow((double) Arrays.stream(counts).sum(), 2))
                .orElseThrow();
        assertThat(jackknife.corrected()).isCloseTo(.185306122448980, within(1e-14));
        assertThat(jackknife.bias()).isCloseTo(jackknife.value() - .185306122448980, within(1e-14));
    }

    // of a share: no bias, standard error sqrt(p(1 - p)/(n - 1))
    @Test
    void jackknife_ofAShare_hasTheBinomialError() {
        Jackknife jackknife = Jackknife.of(new long[] {3, 7}, counts -> (double) counts[0] / (counts[0] + counts[1]))
                .orElseThrow();
        assertThat(jackknife.bias()).isCloseTo(0, within(1e-14));
        assertThat(jackknife.standardError()).isCloseTo(Math.sqrt(.21 / 9), within(1e-15));
    }

    @Test
    void jackknife_withoutEnoughAnswers_isEmpty() {
        assertThat(Jackknife.of(new long[] {1}, counts -> 1)).isEmpty();
        assertThat(Jackknife.of(new long[0], counts -> 1)).isEmpty();
        assertThat(Jackknife.of(new long[] {1, 1}, counts -> counts[1] / (double) counts[0]))
                .isEmpty();
    }

    @Test
    void manyCells_areSampledForTheAcceleration() {
        long[] counts = new long[3000];
        Arrays.setAll(counts, i -> 1 + i % 3);
        CountStatistics entropy = (samples, into) -> into[0] = Answers.entropyBits(samples[0]);
        double exact = sixthOfSkewness(LeaveOneOut.of(new long[][] {counts}, 0, 1, entropy, 10_000));
        double sampled = sixthOfSkewness(LeaveOneOut.of(new long[][] {counts}, 0, 1, entropy, 1000));
        assertThat(sampled).isCloseTo(exact, within(.002));
    }

    @Test
    void power_ofEqualModels_isAboutAlpha() {
        Estimate power = POWER.power(FLAT, FLAT, 30, Answers::totalVariation);
        assertThat(power.value()).isLessThan(.1);
        assertThat(power.lower()).isLessThan(.05);
    }

    @Test
    void power_growsWithAnswers() {
        double few = POWER.power(FLAT, STEEP, 8, Answers::totalVariation).value();
        double many = POWER.power(FLAT, STEEP, 40, Answers::totalVariation).value();
        assertThat(many).isGreaterThan(few + .2);
    }

    @Test
    void answersNeeded_reachTheirPower_andFewerDoNot() {
        PowerSimulation.SampleSize size = POWER.answersNeeded(FLAT, STEEP, .8, 500, Answers::totalVariation)
                .orElseThrow();
        assertThat(size.power().value()).isGreaterThanOrEqualTo(.8);
        assertThat(size.answers()).isBetween(15, 60);
        assertThat(POWER.power(FLAT, STEEP, size.answers() / 2, Answers::totalVariation)
                        .value())
                .isLessThan(.8);
        assertThat(POWER.answersNeeded(FLAT, STEEP, .8, 500, Answers::totalVariation))
                .hasValue(size);
    }

    @Test
    void answersNeeded_forEqualModels_areNone() {
        assertThat(POWER.answersNeeded(FLAT, FLAT, .8, 16, Answers::totalVariation))
                .isEmpty();
    }

    // Means over pilots: the number that a pilot of 40 suggests is of the size of the true one, not half of it.
    @Test
    void answersNeeded_byAPilot_doNotTakeItsChanceDifferencesForReal() {
        CellDistance chiSquared = (a, b, n, m) ->
                a + b == 0 ? 0 : Math.pow((double) a / n - (double) b / m, 2) / ((double) a / n + (double) b / m);
        int truth = POWER.answersNeeded(FLAT, STEEP, .8, 500, Answers::totalVariation)
                .orElseThrow()
                .answers();
        SplittableRandom random = new SplittableRandom(5);
        AliasTable flat = AliasTable.of(FLAT);
        AliasTable steep = AliasTable.of(STEEP);
        int atLeast = 0;
        for (int i = 0; i < 20; i++) {
            long[] a = new long[FLAT.length];
            long[] b = new long[FLAT.length];
            for (int answer = 0; answer < 20; answer++) {
                a[flat.draw(random)]++;
                b[steep.draw(random)]++;
            }
            int needed = POWER.answersNeeded(a, b, .8, 200, chiSquared)
                    .map(PowerSimulation.SampleSize::answers)
                    .orElse(200);
            atLeast += needed >= truth ? 1 : 0;
        }
        assertThat(atLeast).isBetween(4, 16);
    }

    @Test
    void answersNeeded_byPilotsThatAreAlikeOrEmpty_areNone() {
        CellDistance difference = (a, b, n, m) -> Math.abs((double) a / n - (double) b / m);
        long[] some = {5, 4, 3};
        assertThat(POWER.answersNeeded(some, some, .8, 500, difference)).isEmpty();
        assertThat(POWER.answersNeeded(some, new long[3], .8, 500, difference)).isEmpty();
        assertThat(POWER.answersNeeded(some, new long[] {0, 0, 12}, .8, 11, difference))
                .isEmpty();
    }

    @Test
    void power_badArguments_areRefused() {
        double[] negative = {-1, 2};
        assertThatThrownBy(() -> POWER.power(negative, new double[2], 5, Answers::totalVariation))
                .hasMessage("share must not be negative: -1.0");
        assertThatThrownBy(() -> POWER.power(new double[2], new double[2], 5, Answers::totalVariation))
                .hasMessage("shares must have a positive sum: 0.0");
        assertThatThrownBy(() -> POWER.power(FLAT, new double[] {1}, 5, Answers::totalVariation))
                .hasMessage("shares of 4 and of 1 cells");
        assertThatThrownBy(() -> POWER.power(FLAT, FLAT, 0, Answers::totalVariation))
                .hasMessage("answers must be positive: 0");
        assertThatThrownBy(() -> POWER.withAlpha(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> POWER.withSeed(3).withSimulations(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double sixthOfSkewness(LeaveOneOut without) {
        return without.moment(0, 3) / (6 * Math.pow(without.moment(0, 2), 1.5));
    }
}
