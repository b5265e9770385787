package dev.slop.core.sampling;

import static dev.slop.core.sampling.EngineFixture.LATENCY;
import static dev.slop.core.sampling.EngineFixture.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.FinishReason;
import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.limits.Spent;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.RateLimitHeaders;
import dev.slop.core.testing.ScriptedProvider;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits and budgets that count tokens. */
class SamplerTokensTest {
    private static final int MAX_OUTPUT = 4096;
    private static final double PER_MINUTE = 60_000;
    private static final PriceList PRICES = PriceList.of(Map.of(
            "fake/model",
            new Price(
                    BigDecimal.ONE,
                    BigDecimal.valueOf(5),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    "test")));

    private final EngineFixture engine = new EngineFixture();
    private long used;
    private int calls;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tokensPerMinute_answersMuchShorterThanTheirLimit_areUsedInFullAndNotExceeded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        engine.provider(request -> answer(request, 20, random.nextInt(100, 700), RateLimitHeaders.none()));
        engine.limits("fake", tokensPerMinute());

        engine.run(limited(MODEL, 1500));

        double minutes = engine.time.elapsed().toMillis() / 60e3;
        assertThat(used / minutes).isBetween(0.94 * PER_MINUTE, PER_MINUTE + PER_MINUTE / 6 / minutes);
    }

    @Test
    void tokensPerMinute_toldByHeaders_areKept() {
        RateLimitHeaders headers = new RateLimitHeaders(
                OptionalDouble.empty(), OptionalLong.empty(), OptionalDouble.of(PER_MINUTE), OptionalLong.empty());
        engine.provider(request -> answer(request, 20, 480, headers));

        engine.run(limited(MODEL, 1000));

        double minutes = engine.time.elapsed().toMillis() / 60e3;
        assertThat(used / minutes).isBetween(0.9 * PER_MINUTE, 1.05 * PER_MINUTE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tokensOfPromptsAndAnswers_statedOrTold_areKeptApart(boolean stated) {
        // 500 answers of 480 tokens at 24,000 a minute take 10 minutes, the prompts would take 1.
        RateLimitHeaders headers = new RateLimitHeaders(
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalDouble.of(10_000),
                OptionalDouble.of(24_000));
        engine.provider(request -> answer(request, 20, 480, stated ? RateLimitHeaders.none() : headers));
        if (stated) {
            engine.limits(
                    "fake",
                    new RateLimits(
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.of(10_000),
                            OptionalDouble.of(24_000),
                            OptionalInt.empty()));
        }

        engine.run(limited(MODEL, 500));

        assertThat(engine.time.elapsed()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
    }

    @Test
    void tokensOfPrompts_aloneLimited_areKept() {
        engine.provider(request -> answer(request, 100, 480, RateLimitHeaders.none()));
        engine.limits(
                "fake",
                new RateLimits(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.of(6_000),
                        OptionalDouble.empty(),
                        OptionalInt.empty()));

        engine.run(limited(MODEL, 300));

        assertThat(engine.time.elapsed()).isBetween(Duration.ofSeconds(280), Duration.ofSeconds(310));
    }

    @Test
    void dollarBudget_isNeverOverrunAndNearlyUsed() {
        engine.provider(request -> answer(request, 20, 480, RateLimitHeaders.none()));
        engine.with(b -> b.budget(usd("0.10")).prices(PRICES));

        SamplingResult result = engine.run(limited(MODEL, 200));

        // An answer costs 20 · 1 + 480 · 5 millionths of a dollar; one more must fit at its longest.
        assertThat(result.answered()).isBetween(33, 41);
        assertThat(result.stoppedLanes())
                .singleElement()
                .satisfies(lane -> assertThat(lane.message()).contains("of $0.10"));
    }

    @Test
    void dollarBudget_priceUnknown_asksForIt() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.with(b -> b.budget(usd("2.00")));

        assertThatThrownBy(() -> engine.run(limited(MODEL, 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("price of fake/model")
                .hasMessageContaining("--prices FILE")
                .message()
                .hasLineCount(1);
        assertThat(provider.calls()).isEmpty();
    }

    @Test
    void dollarBudget_answersWithoutALimit_isRefusedUnlessFree() {
        engine.provider(engine::answer);
        engine.with(b -> b.budget(usd("2.00")).prices(PRICES));

        assertThatThrownBy(() -> engine.run(1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("max-output-tokens");

        EngineFixture free = new EngineFixture();
        free.provider(free::answer);
        free.with(b -> b.budget(usd("0")).prices(PriceList.of(Map.of("fake/*", Price.free("own server")))));
        assertThat(free.run(3).answered()).isEqualTo(3);
    }

    @Test
    void dollarBudget_promptLongerThanThePriceHolds_isRefused() {
        Price shortOnly = new Price(
                BigDecimal.ONE, BigDecimal.ONE, Optional.empty(), OptionalLong.of(10), Optional.empty(), "test");
        engine.provider(engine::answer);
        engine.with(b -> b.budget(usd("2.00")).prices(PriceList.of(Map.of("fake/model", shortOnly))));

        assertThatThrownBy(() -> engine.run(limited(MODEL, 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'fruit'");
    }

    @Test
    void budget_spentBefore_isCounted() {
        SamplingPlan plan = limited(MODEL, 100);
        ScriptedProvider provider = engine.provider(request -> answer(request, 20, 480, RateLimitHeaders.none()));
        String asked = plan.requests().get(0).hash();
        engine.with(b -> b.budget(new Budget(OptionalLong.of(10), OptionalLong.empty(), Optional.empty()))
                .spent(Map.of(MODEL, new Spent(7, TokenCount.none(), 0, Map.of(asked, 1L))), plan));

        engine.run(plan);

        assertThat(provider.calls()).hasSize(3);
    }

    @Test
    void tokenBudget_attemptsOfUnknownCostBefore_countAtTheirWorst() {
        SamplingPlan plan = limited(MODEL, 100);
        ScriptedProvider provider = engine.provider(request -> answer(request, 20, 480, RateLimitHeaders.none()));
        Map<String, Long> unsettled = Map.of(plan.requests().get(0).hash(), 2L, "no longer asked", 1L);
        engine.with(b -> b.budget(
                        new Budget(OptionalLong.empty(), OptionalLong.of(4L * (MAX_OUTPUT + 83)), Optional.empty()))
                .spent(Map.of(MODEL, new Spent(3, TokenCount.none(), 0, unsettled)), plan));

        engine.run(plan);

        assertThat(provider.calls()).hasSize(1);
    }

    private static Budget usd(String value) {
        return new Budget(OptionalLong.empty(), OptionalLong.empty(), Optional.of(new BigDecimal(value)));
    }

    @Test
    void tokensPerMinute_faults_giveTheirTokensBack() {
        engine.provider(request -> calls++ % 3 == 0
                ? engine.fault(EngineFixture.unavailable())
                : answer(request, 20, 480, RateLimitHeaders.none()));
        engine.limits("fake", tokensPerMinute());

        engine.run(limited(MODEL, 500));

        assertThat(engine.time.elapsed()).isLessThan(Duration.ofSeconds((long) (500 * 500 / 1000 * 1.15)));
    }

    @Test
    void requestBudget_isNeverOverrunAndStopsCleanly() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.with(b -> b.budget(new Budget(OptionalLong.of(25), OptionalLong.empty(), Optional.empty())));

        SamplingResult result = engine.run(100);

        assertThat(provider.calls()).hasSize(25);
        assertThat(result.answered()).isEqualTo(25);
        assertThat(result.unfinished()).hasSize(75);
        assertThat(result.failed()).isZero();
        assertThat(result.interrupted()).isFalse();
        assertThat(result.stoppedLanes())
                .singleElement()
                .satisfies(lane -> assertThat(lane.reason()).isEqualTo(StoppedLane.Reason.BUDGET_SPENT));
    }

    @Test
    void requestBudget_countsRetries() {
        ScriptedProvider provider = engine.provider(
                request -> calls++ < 5 ? engine.fault(EngineFixture.unavailable()) : engine.answer(request));
        engine.with(b -> b.budget(new Budget(OptionalLong.of(10), OptionalLong.empty(), Optional.empty())));

        assertThat(engine.run(10).answered()).isEqualTo(5);
        assertThat(provider.calls()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tokenBudget_isNeverOverrunAndNearlyUsed(long seed) {
        long budget = 100_000;
        SplittableRandom random = new SplittableRandom(seed);
        engine.provider(request -> {
            assertThat(used).isLessThanOrEqualTo(budget);
            return random.nextInt(10) == 0
                    ? engine.fault(EngineFixture.unavailable())
                    : answer(request, 20, random.nextInt(100, MAX_OUTPUT + 1), RateLimitHeaders.none());
        });
        engine.with(b -> b.budget(new Budget(OptionalLong.empty(), OptionalLong.of(budget), Optional.empty())));

        SamplingResult result =
                engine.run(EngineFixture.plan(limited(MODEL, 200), limited(ModelId.parse("fake/other"), 200)));

        assertThat(used).isBetween(budget - 2L * MAX_OUTPUT, budget);
        assertThat(result.stoppedLanes()).hasSize(2);
        assertThat(result.answered() + result.unfinished().size()).isEqualTo(400);
    }

    @Test
    void tokenBudget_unknownUsage_countsAsTheWorstCase() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.with(b -> b.budget(new Budget(OptionalLong.empty(), OptionalLong.of(20_000), Optional.empty())));

        engine.run(limited(MODEL, 100));

        assertThat(provider.calls()).hasSize(4);
    }

    @Test
    void tokenBudget_timeOut_countsAsTheWorstCase() {
        ScriptedProvider provider = engine.provider(request -> new CompletableFuture<>());
        engine.with(b -> b.budget(new Budget(OptionalLong.empty(), OptionalLong.of(20_000), Optional.empty())));

        engine.run(limited(MODEL, 100));

        assertThat(provider.calls()).hasSize(4);
    }

    @Test
    void tokenBudget_answersWithoutALimit_isRefused() {
        engine.provider(engine::answer);
        engine.with(b -> b.budget(new Budget(OptionalLong.empty(), OptionalLong.of(1000), Optional.empty())));

        assertThatThrownBy(() -> engine.run(1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("max-output-tokens")
                .hasMessageContaining("fake/model");
    }

    private CompletableFuture<Completion> answer(
            CompletionRequest request, long input, long output, RateLimitHeaders headers) {
        used += input + output;
        return ScriptedProvider.answer(engine.time, LATENCY, request)
                .thenApply(answer -> new Completion(
                        Outcome.ANSWERED,
                        answer.text(),
                        new FinishReason(FinishReason.Kind.STOP, "stop"),
                        TokenUsage.of(input, output),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        headers,
                        Optional.empty()));
    }

    private static RateLimits tokensPerMinute() {
        return new RateLimits(OptionalDouble.empty(), OptionalDouble.of(PER_MINUTE), OptionalInt.empty());
    }

    private static SamplingPlan limited(ModelId model, int draws) {
        return new SamplingPlan(EngineFixture.plan(model, draws).requests().stream()
                .map(request -> new CompletionRequest(
                        request.key(),
                        request.prompt(),
                        request.system(),
                        SamplingParameters.unset().withMaxOutputTokens(MAX_OUTPUT)))
                .toList());
    }
}
