package dev.slop.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.AnswerForm;
import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Prompt;
import dev.slop.core.SameAnswer;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.limits.TokenCount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlanEstimateTest {
    private static final ModelId MODEL = ModelId.parse("a/x");
    private static final PriceList PRICES = PriceList.of(Map.of(
            "a/x",
            new Price(
                    BigDecimal.ONE, BigDecimal.TEN, Optional.empty(), OptionalLong.empty(), Optional.empty(), "test")));

    /** Two prompts of eight characters, that is three tokens, 10 draws each. */
    private static Experiment experiment(SamplingParameters parameters, RateLimits limits) {
        Prompt number = new Prompt(
                "number",
                "A number",
                Optional.empty(),
                OptionalInt.empty(),
                new AnswerForm.WholeNumber(1, 100),
                SameAnswer.EXACT,
                Optional.empty());
        return new Experiment(
                "test",
                List.of(MODEL),
                10,
                List.of(Prompt.of("text", "A number"), number),
                parameters,
                Map.of("a", limits),
                Budget.unlimited(),
                Map.of());
    }

    private static ModelEstimate estimate(Experiment experiment, List<Sample> answers, PriceList prices) {
        return PlanEstimate.of(experiment, SamplingPlan.of(experiment), answers, Map.of(), prices)
                .get(0);
    }

    @Test
    void of_nothingKnown_goesByTheFormOfTheAnswers() {
        ModelEstimate estimate = estimate(experiment(SamplingParameters.unset(), RateLimits.none()), List.of(), PRICES);

        assertThat(estimate.requests()).isEqualTo(20);
        assertThat(estimate.low()).isEqualTo(new TokenCount(60, 0, 10 * 5 + 10 * 2));
        assertThat(estimate.expected()).isEqualTo(new TokenCount(60, 0, 10 * 200 + 10 * 10));
        assertThat(estimate.usdExpected())
                .hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo("0.02106"));
        assertThat(estimate.high()).isEmpty();
        assertThat(estimate.usdHigh()).isEmpty();
        assertThat(estimate.time()).isEmpty();
    }

    @Test
    void of_limitOfTheAnswers_boundsThem() {
        ModelEstimate estimate = estimate(
                experiment(SamplingParameters.unset().withMaxOutputTokens(50), RateLimits.none()), List.of(), PRICES);

        assertThat(estimate.expected().output()).isEqualTo(10 * 50 + 10 * 10);
        // A prompt of 8 bytes is at most 8 + 64 tokens.
        assertThat(estimate.high()).hasValue(new TokenCount(20 * 72, 0, 20 * 50));
        assertThat(estimate.usdHigh()).hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo("0.01144"));
    }

    @Test
    void of_answersSoFar_areTheMeasure() {
        List<Sample> answers = List.of(answer(0, 40, 100), answer(1, 40, 300));

        ModelEstimate estimate = estimate(experiment(SamplingParameters.unset(), RateLimits.none()), answers, PRICES);

        assertThat(estimate.low()).isEqualTo(new TokenCount(10 * 40 + 10 * 3, 0, 10 * 100 + 10 * 2));
        assertThat(estimate.expected().output()).isEqualTo(10 * 200 + 10 * 10);
    }

    @Test
    void of_priceUnknown_isUnknownAndNotNothing() {
        ModelEstimate estimate =
                estimate(experiment(SamplingParameters.unset(), RateLimits.none()), List.of(), PriceList.none());

        assertThat(estimate.usdLow()).isEmpty();
        assertThat(estimate.usdExpected()).isEmpty();
        assertThat(estimate.usdHigh()).isEmpty();
    }

    @Test
    void of_free_isNothingEvenAtMost() {
        PriceList free = PriceList.of(Map.of("a/*", Price.free("own server")));

        assertThat(estimate(experiment(SamplingParameters.unset(), RateLimits.none()), List.of(), free)
                        .usdHigh())
                .hasValueSatisfying(usd -> assertThat(usd).isZero());
    }

    @Test
    void of_limits_theNarrowestTellsTheTime() {
        RateLimits limits = new RateLimits(
                OptionalDouble.of(10),
                OptionalDouble.empty(),
                OptionalDouble.of(1000),
                OptionalDouble.of(300),
                OptionalInt.empty());

        assertThat(estimate(experiment(SamplingParameters.unset(), limits), List.of(), PRICES)
                        .time())
                .hasValue(Duration.ofMinutes(7));
    }

    @Test
    void of_cappedInFlight_goesByHowLongAnswersTook() {
        RateLimits limits = new RateLimits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.of(2));

        assertThat(estimate(experiment(SamplingParameters.unset(), limits), List.of(answer(0, 1, 1)), PRICES)
                        .time())
                .hasValue(Duration.ofSeconds(20));
    }

    private static Sample answer(int index, long input, long output) {
        return new Sample(
                new SampleKey("text", MODEL, SampleKey.DEFAULT_VARIANT, index),
                "hash",
                Outcome.ANSWERED,
                "Mango",
                Optional.empty(),
                TokenUsage.of(input, output),
                1,
                Instant.EPOCH,
                Duration.ofSeconds(2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
