package dev.slop.core.sampling;

import static dev.slop.core.sampling.EngineFixture.LATENCY;
import static dev.slop.core.sampling.EngineFixture.MODEL;
import static dev.slop.core.sampling.EngineFixture.inFlight;
import static dev.slop.core.sampling.EngineFixture.perMinute;
import static dev.slop.core.sampling.EngineFixture.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.FinishReason;
import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.RateLimitHeaders;
import dev.slop.core.testing.InMemoryAttemptLog.Event;
import dev.slop.core.testing.InMemoryAttemptLog.Finished;
import dev.slop.core.testing.InMemoryAttemptLog.Sent;
import dev.slop.core.testing.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a sampler does when nothing goes wrong. */
class SamplerTest {
    private final EngineFixture engine = new EngineFixture();

    @Test
    void run_everythingAnswers_asksEachOnceAndKeepsThePlansOrder() {
        ScriptedProvider provider = engine.provider(engine::answer);

        SamplingResult result = engine.run(100);

        assertThat(provider.calls()).hasSize(100);
        assertThat(result.samples().stream().map(sample -> sample.key().index()))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        assertThat(result.samples()).allMatch(sample -> sample.outcome() == Outcome.ANSWERED && sample.attempt() == 1);
        assertThat(result.answered()).isEqualTo(100);
        assertThat(result.failed()).isZero();
        assertThat(result.unfinished()).isEmpty();
        assertThat(result.stoppedLanes()).isEmpty();
        assertThat(result.interrupted()).isFalse();
        assertThat(engine.events.sent).isEqualTo(100);
        assertThat(engine.events.finished).isEqualTo(100);
    }

    @Test
    void run_emptyPlan_completesAtOnce() {
        assertThat(engine.run(0).samples()).isEmpty();
        assertThat(engine.time.elapsed()).isZero();
    }

    @Test
    void run_done_leavesNoTimer() {
        engine.provider(engine::answer);

        engine.run(10);

        assertThat(engine.time.waiting()).isZero();
    }

    @Test
    void run_answer_isRecordedWithAllThatIsKnown() {
        Completion completion = new Completion(
                Outcome.BLOCKED,
                "Man",
                new FinishReason(FinishReason.Kind.CONTENT_FILTER, "SAFETY"),
                TokenUsage.of(7, 3),
                Optional.of("model-001"),
                Optional.of("req_1"),
                Optional.of("the filter said no"),
                RateLimitHeaders.none(),
                Optional.of("{}"));
        engine.provider(request -> CompletableFuture.completedFuture(completion));

        Sample sample = engine.run(1).samples().get(0);

        assertThat(sample)
                .isEqualTo(new Sample(
                        EngineFixture.request(MODEL, 0).key(),
                        EngineFixture.request(MODEL, 0).hash(),
                        Outcome.BLOCKED,
                        "Man",
                        Optional.of(completion.finishReason()),
                        completion.usage(),
                        1,
                        engine.time.clock().instant(),
                        Duration.ZERO,
                        Optional.of("model-001"),
                        Optional.of("req_1"),
                        Optional.of("the filter said no")));
        assertThat(engine.log.events(Finished.class)).containsExactly(new Finished(sample, Optional.of("{}")));
    }

    @Test
    void run_latency_isThatOfTheExchange() {
        engine.provider(engine::answer);

        assertThat(engine.run(1).samples().get(0).latency()).isEqualTo(LATENCY);
    }

    @Test
    void run_slowLog_sendsOnlyWhatIsWrittenAndEndsOnlyWhenAllIs() {
        List<Runnable> writing = new ArrayList<>();
        engine.logOn(writing::add);
        ScriptedProvider provider = engine.provider(engine::answer);
        CompletableFuture<SamplingResult> result = engine.sampler().run(plan(MODEL, 1));

        engine.time.advance(Duration.ofSeconds(5));
        assertThat(provider.calls()).isEmpty();

        writing.remove(0).run();
        engine.time.advance(Duration.ofSeconds(5));
        assertThat(provider.calls()).hasSize(1);
        assertThat(result).isNotDone();
        assertThat(engine.events.finished).isZero();

        writing.remove(0).run();
        engine.time.runDue();
        assertThat(result).isCompleted();
        assertThat(engine.log.events().stream().map(Event::getClass)).containsExactly(Sent.class, Finished.class);
    }

    @Test
    void run_inFlightLimit_isKeptAndUsed() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.limits("fake", inFlight(5));

        engine.run(50);

        assertThat(provider.mostUnderWay()).isEqualTo(5);
        assertThat(engine.time.elapsed()).isEqualTo(LATENCY.multipliedBy(10));
    }

    @Test
    void run_noInFlightLimit_growsTo32UnderWay() {
        ScriptedProvider provider = engine.provider(engine::answer);

        engine.run(300);

        assertThat(provider.times()).startsWith(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, LATENCY);

        assertThat(provider.mostUnderWay()).isEqualTo(32);
    }

    @Test
    void run_defaultLimits_holdWhereNoneAreStated() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.limits("fake/model", perMinute(60_000)).with(b -> b.defaultLimits(Map.of("fake", inFlight(1))));

        engine.run(5);

        assertThat(provider.mostUnderWay()).isEqualTo(1);
    }

    @Test
    void run_modelsOwnLimit_goesBeforeItsProviders() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.limits("fake", inFlight(1)).limits("fake/model", inFlight(3));

        engine.run(10);

        assertThat(provider.mostUnderWay()).isEqualTo(3);
    }

    @Test
    void run_600AMinute_sendsABurstOfOneSecondAndThenEvenly() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.limits("fake", perMinute(600));

        engine.run(40);

        List<Duration> times = provider.times();
        assertThat(times.subList(0, 10)).containsOnly(Duration.ZERO);
        for (int i = 10; i < 40; i++) {
            assertThat(times.get(i)).isEqualTo(Duration.ofMillis(100L * (i - 9)));
        }
    }

    @Test
    void run_againAfterARun_keepsThePace() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.limits("fake", perMinute(60));

        engine.run(1);
        engine.run(1);

        assertThat(provider.times()).containsExactly(Duration.ZERO, Duration.ofSeconds(1));
    }

    @Test
    void run_slowModel_holdsNoFastOne() {
        ModelId slow = ModelId.parse("fake/slow");
        ModelId fast = ModelId.parse("fake/fast");
        List<Duration> fastAnswers = new ArrayList<>();
        engine.provider(request -> {
            Duration latency = request.key().model().equals(slow) ? Duration.ofSeconds(100) : LATENCY;
            return ScriptedProvider.answer(engine.time, latency, request).whenComplete((a, e) -> {
                if (request.key().model().equals(fast)) {
                    fastAnswers.add(engine.time.elapsed());
                }
            });
        });
        engine.limits("fake", inFlight(1));

        SamplingResult result = engine.run(plan(plan(slow, 3), plan(fast, 10)));

        assertThat(fastAnswers).hasSize(10).last().isEqualTo(LATENCY.multipliedBy(10));
        assertThat(result.answered()).isEqualTo(13);
    }

    @Test
    void run_unknownProvider_isRefusedBeforeAnythingIsSent() {
        ScriptedProvider provider = engine.provider(engine::answer);
        SamplingPlan plan = plan(plan(MODEL, 1), plan(ModelId.parse("nobody/model"), 1));

        assertThatThrownBy(() -> engine.sampler().run(plan))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("there is no provider 'nobody' for model nobody/model");
        assertThat(provider.calls()).isEmpty();
    }

    @Test
    void run_whileARunGoesOn_isRefused() {
        engine.provider(engine::answer);
        engine.sampler().run(plan(MODEL, 1));

        assertThatThrownBy(() -> engine.sampler().run(plan(MODEL, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another run");
    }

    @Test
    void run_listenerThatThrows_isIgnored() {
        engine.provider(engine::answer);
        engine.with(b -> b.listener(new SamplingListener() {
            @Override
            public void finished(Sample sample) {
                throw new IllegalStateException("listener");
            }
        }));

        assertThat(engine.run(3).answered()).isEqualTo(3);
    }

    @Test
    void deadline_notPositive_isRejected() {
        assertThatThrownBy(() -> Sampler.of(Map.of()).deadline(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
