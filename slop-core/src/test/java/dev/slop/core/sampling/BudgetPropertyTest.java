package dev.slop.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.FinishReason;
import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.journal.Journal;
import dev.slop.core.journal.JournalContents;
import dev.slop.core.journal.JournalReader;
import dev.slop.core.journal.RunHeader;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.Spent;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.RateLimitHeaders;
import dev.slop.core.provider.TransientProviderException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a provider does and however often a run is cut off and resumed, what it bills stays within the budget. The
 * provider bills as providers do: each answer, told or not, and perhaps what breaks off; no status of a fault.
 */
class BudgetPropertyTest {
    private static final List<ModelId> MODELS = List.of(ModelId.parse("fake/a"), ModelId.parse("fake/b"));
    private static final PriceList PRICES =
            PriceList.of(Map.of("fake/a", price("1", "5"), "fake/b", price("0.25", "2")));
    private static final int DRAWS = 40;

    @TempDir
    Path folder;

    private SplittableRandom random = new SplittableRandom();
    private TokenCount billed = TokenCount.none();
    private BigDecimal usd = BigDecimal.ZERO;
    private long requests;
    private long input;
    private int longestOutput;

    private static Price price(String input, String output) {
        return new Price(
                new BigDecimal(input),
                new BigDecimal(output),
                Optional.of(new BigDecimal(input).movePointLeft(1)),
                OptionalLong.empty(),
                Optional.empty(),
                "test");
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void budget_anyFaultsAndInterruptions_isNeverOverrun(long seed) throws IOException {
        random = new SplittableRandom(seed);
        input = random.nextLong(1, 61);
        longestOutput = 1 + random.nextInt(500);
        Budget budget = budget();
        int runs = 1 + random.nextInt(4);

        for (int run = 1; run <= runs; run++) {
            run(budget, run == runs);
            assertThat(requests).isLessThanOrEqualTo(budget.requests().orElse(Long.MAX_VALUE));
            assertThat(billed.total()).isLessThanOrEqualTo(budget.tokens().orElse(Long.MAX_VALUE));
            assertThat(usd).isLessThanOrEqualTo(budget.usd().orElse(BigDecimal.valueOf(Long.MAX_VALUE)));
        }
    }

    private Budget budget() {
        int which = 1 + random.nextInt(7);
        return new Budget(
                (which & 1) > 0 ? OptionalLong.of(random.nextInt(150)) : OptionalLong.empty(),
                (which & 2) > 0 ? OptionalLong.of(random.nextInt(40_000)) : OptionalLong.empty(),
                (which & 4) > 0 ? Optional.of(BigDecimal.valueOf(random.nextInt(100_000), 6)) : Optional.empty());
    }

    private void run(Budget budget, boolean toTheEnd) throws IOException {
        Path file = folder.resolve("journal.jsonl");
        SamplingPlan plan = plan();
        Optional<JournalContents> before =
                Files.exists(file) ? Optional.of(JournalReader.read(file)) : Optional.empty();
        Map<ModelId, Spent> spent = before.map(JournalContents::spent).orElse(Map.of());
        Set<SampleKey> answered = before.map(
                        contents -> contents.answersTo(plan.requests()).keySet())
                .orElse(Set.of());
        EngineFixture engine = new EngineFixture();
        engine.provider("fake", request -> reply(engine, request));
        engine.limits("fake", EngineFixture.inFlight(1 + random.nextInt(20)));
        try (Journal journal = Journal.open(file, new RunHeader("test", "test", Instant.EPOCH))) {
            engine.with(b -> b.log(journal)
                    .budget(budget)
                    .prices(PRICES)
                    .spent(spent, plan)
                    .deadline(Duration.ofSeconds(1)));
            CompletableFuture<SamplingResult> result = engine.sampler().run(plan.without(answered));
            if (!toTheEnd) {
                engine.time.advance(Duration.ofMillis(random.nextInt(3000)));
                engine.sampler().cancel();
            }
            engine.time.runUntil(result::isDone, EngineFixture.LONG);
        }
    }

    private SamplingPlan plan() {
        SamplingPlan bare =
                EngineFixture.plan(EngineFixture.plan(MODELS.get(0), DRAWS), EngineFixture.plan(MODELS.get(1), DRAWS));
        return new SamplingPlan(bare.requests().stream()
                .map(request -> new CompletionRequest(
                        request.key(),
                        request.prompt(),
                        request.system(),
                        SamplingParameters.unset().withMaxOutputTokens(longestOutput)))
                .toList());
    }

    private CompletableFuture<Completion> reply(EngineFixture engine, CompletionRequest request) {
        requests++;
        return switch (random.nextInt(10)) {
            case 0 -> engine.fault(EngineFixture.unavailable());
            case 1 -> engine.fault(EngineFixture.tooMany(Duration.ofMillis(300)));
            case 2 -> {
                bill(request);
                yield engine.fault(new TransientProviderException("broke off", new IOException("reset")));
            }
            case 3 -> {
                bill(request);
                yield engine.fault(new IllegalStateException("the provider is at fault"));
            }
            case 4 -> {
                bill(request);
                yield new CompletableFuture<>();
            }
            case 5 -> {
                bill(request);
                yield engine.answer(request);
            }
            default -> answer(engine, request, bill(request));
        };
    }

    private TokenCount bill(CompletionRequest request) {
        TokenCount tokens = new TokenCount(input, random.nextInt((int) input + 1), random.nextInt(longestOutput + 1));
        billed = billed.plus(tokens);
        usd = usd.add(PRICES.of(request.key().model()).orElseThrow().usd(tokens));
        return tokens;
    }

    private static CompletableFuture<Completion> answer(
            EngineFixture engine, CompletionRequest request, TokenCount tokens) {
        TokenUsage usage = new TokenUsage(
                OptionalLong.of(tokens.input()),
                OptionalLong.of(tokens.output()),
                OptionalLong.empty(),
                OptionalLong.of(tokens.cachedInput()));
        return engine.answer(request)
                .thenApply(answer -> new Completion(
                        Outcome.ANSWERED,
                        answer.text(),
                        new FinishReason(FinishReason.Kind.STOP, "stop"),
                        usage,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        RateLimitHeaders.none(),
                        Optional.empty()));
    }
}
