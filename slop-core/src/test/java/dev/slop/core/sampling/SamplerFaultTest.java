package dev.slop.core.sampling;

import static dev.slop.core.sampling.EngineFixture.LATENCY;
import static dev.slop.core.sampling.EngineFixture.MODEL;
import static dev.slop.core.sampling.EngineFixture.inFlight;
import static dev.slop.core.sampling.EngineFixture.perMinute;
import static dev.slop.core.sampling.EngineFixture.plan;
import static dev.slop.core.sampling.EngineFixture.tooMany;
import static dev.slop.core.sampling.EngineFixture.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.limits.RetryPolicy;
import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.QuotaExhaustedException;
import dev.slop.core.provider.TransientProviderException;
import dev.slop.core.testing.InMemoryAttemptLog.Finished;
import dev.slop.core.testing.InMemoryAttemptLog.Retried;
import dev.slop.core.testing.InMemoryAttemptLog.Sent;
import dev.slop.core.testing.ScriptedProvider;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sampler makes of what providers do wrong. */
class SamplerFaultTest {
    private final EngineFixture engine = new EngineFixture();
    private int calls;

    @Test
    void rateLimited_withRetryAfter_pausesExactlyThatLongFromTheReply() {
        Duration told = Duration.ofMillis(3210);
        ScriptedProvider provider =
                engine.provider(request -> calls++ == 0 ? engine.fault(tooMany(told)) : engine.answer(request));
        engine.limits("fake", inFlight(1)).limits("fake/model", perMinute(60_000));

        SamplingResult result = engine.run(2);

        assertThat(provider.times())
                .containsExactly(
                        Duration.ZERO, LATENCY.plus(told), LATENCY.plus(told).plus(LATENCY));
        assertThat(result.samples().get(0).attempt()).isEqualTo(2);
        assertThat(engine.log.events(Retried.class)).singleElement().satisfies(event -> {
            assertThat(event.retryAfter()).contains(told);
            assertThat(event.error()).isEqualTo("status 429");
            assertThat(event.attempt()).isEqualTo(1);
        });
        assertThat(engine.events.pauses)
                .containsExactly(Instant.parse("2026-01-01T00:00:00Z").plus(LATENCY.plus(told)));
    }

    @Test
    void rateLimited_putsRequestsBackAtTheHeadInTheirOrder() {
        ScriptedProvider provider = engine.provider(
                request -> calls++ < 3 ? engine.fault(tooMany(Duration.ofSeconds(1))) : engine.answer(request));
        engine.limits("fake", inFlight(3));

        engine.run(6);

        assertThat(provider.indices()).containsExactly(0, 1, 2, 0, 1, 2, 3, 4, 5);
    }

    @Test
    void rateLimited_withoutRetryAfter_pausesLongerWithEachEpisode() {
        ScriptedProvider provider =
                engine.provider(request -> calls++ < 4 ? engine.fault(tooMany(null)) : engine.answer(request));
        engine.limits("fake", inFlight(1));

        engine.run(1);

        assertThat(gaps(provider.times()))
                .containsExactly(
                        LATENCY.plusMillis(500),
                        LATENCY.plusMillis(1000),
                        LATENCY.plusMillis(2000),
                        LATENCY.plusMillis(4000));
    }

    @Test
    void rateLimited_moreOftenThanAttemptsArePermitted_doesNotFailTheDraw() {
        engine.provider(
                request -> calls++ < 30 ? engine.fault(tooMany(Duration.ofMillis(10))) : engine.answer(request));
        engine.limits("fake", inFlight(1));

        SamplingResult result = engine.run(1);

        assertThat(result.answered()).isEqualTo(1);
        assertThat(result.samples().get(0).attempt()).isEqualTo(31);
    }

    @Test
    void rateLimited_forEver_stopsTheLaneInTheEnd() {
        engine.provider(request -> engine.fault(tooMany(Duration.ofSeconds(60))));

        SamplingResult result = engine.run(100);

        assertThat(result.samples()).isEmpty();
        assertThat(result.unfinished()).hasSize(100);
        assertThat(result.stoppedLanes())
                .containsExactly(new StoppedLane(MODEL, StoppedLane.Reason.RATE_LIMITED, "status 429"));
        assertThat(engine.time.elapsed()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
    }

    @Test
    void transientFault_backsOffWithFullJitterAndAnswersInTheEnd() {
        ScriptedProvider provider =
                engine.provider(request -> calls++ < 7 ? engine.fault(unavailable()) : engine.answer(request));

        SamplingResult result = engine.run(1);

        assertThat(result.samples().get(0).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(result.samples().get(0).attempt()).isEqualTo(8);
        List<Duration> waits = engine.events.retries;
        for (int i = 0; i < 7; i++) {
            assertThat(waits.get(i)).isBetween(Duration.ZERO, Duration.ofMillis(Math.min(30_000, 500L << i)));
            assertThat(gaps(provider.times()).get(i)).isEqualTo(LATENCY.plus(waits.get(i)));
        }
        assertThat(waits).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void transientFault_sameSeed_backsOffAlike(long seed) {
        assertThat(waitsOf(seed)).isEqualTo(waitsOf(seed)).isNotEqualTo(waitsOf(seed + 1));
    }

    private static List<Duration> waitsOf(long seed) {
        EngineFixture engine = new EngineFixture();
        engine.provider(request -> engine.fault(unavailable()));
        engine.with(b -> b.seed(seed)).run(1);
        return engine.events.retries;
    }

    @Test
    void transientFault_withRetryAfter_waitsThatLong() {
        Duration told = Duration.ofMillis(7001);
        ScriptedProvider provider = engine.provider(request -> calls++ == 0
                ? engine.fault(new TransientProviderException("status 503", Optional.of(told)))
                : engine.answer(request));

        engine.run(1);

        assertThat(provider.times()).containsExactly(Duration.ZERO, LATENCY.plus(told));
    }

    @Test
    void transientFault_holdsOnlyItsOwnDraw() {
        ScriptedProvider provider = engine.provider(request -> calls++ == 0
                ? engine.fault(new TransientProviderException("status 503", Optional.of(Duration.ofSeconds(9))))
                : engine.answer(request));
        engine.limits("fake", inFlight(1));

        engine.run(5);

        assertThat(provider.indices()).containsExactly(0, 1, 2, 3, 4, 0);
    }

    @Test
    void transientFault_everyTime_failsTheDrawAndGoesOn() {
        engine.provider(request -> request.key().index() == 1 ? engine.fault(unavailable()) : engine.answer(request));

        SamplingResult result = engine.run(50);

        assertThat(result.failed()).isEqualTo(1);
        Sample failed = result.samples().get(1);
        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.error()).contains("status 503");
        assertThat(failed.attempt()).isEqualTo(8);
        assertThat(failed.text()).isEmpty();
        assertThat(failed.usage().input()).as("a status error is not billed").hasValue(0);
        assertThat(failed.usage().output()).hasValue(0);
        assertThat(result.answered()).isEqualTo(49);
        assertThat(result.stoppedLanes()).isEmpty();
        assertThat(engine.log.events(Finished.class)).hasSize(50);
        assertThat(engine.log.events(Retried.class)).hasSize(7);
        assertThat(engine.log.events(Sent.class)).hasSize(57);
    }

    @Test
    void transientFault_longerThanPermitted_failsTheDraw() {
        engine.provider(request ->
                engine.fault(new TransientProviderException("status 503", Optional.of(Duration.ofMinutes(4)))));

        Sample sample = engine.run(1).samples().get(0);

        assertThat(sample.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(sample.attempt()).isEqualTo(3);
    }

    @Test
    void retryPolicyNone_triesOnce() {
        engine.provider(request -> engine.fault(unavailable()));

        assertThat(engine.with(b -> b.retryPolicy(RetryPolicy.none())).run(1).failed())
                .isEqualTo(1);
        assertThat(engine.log.events(Sent.class)).hasSize(1);
    }

    @Test
    void serverDown_holdsTheQueueAndFailsNothing() {
        Duration back = Duration.ofSeconds(40);
        ScriptedProvider provider = engine.provider(request ->
                engine.time.elapsed().compareTo(back) < 0 ? engine.fault(unavailable()) : engine.answer(request));

        SamplingResult result = engine.run(500);

        assertThat(result.answered()).isEqualTo(500);
        long whileDown =
                provider.times().stream().filter(at -> at.compareTo(back) < 0).count();
        assertThat(whileDown).isBetween(20L, 80L);
        assertThat(engine.time.elapsed()).isLessThan(back.plusSeconds(45));
    }

    @Test
    void serverDown_fromTheStart_stopsTheLaneAndFailsNothing() {
        engine.provider(request -> engine.fault(unavailable()));

        SamplingResult result = engine.run(500);

        assertThat(result.stoppedLanes())
                .containsExactly(new StoppedLane(MODEL, StoppedLane.Reason.UNAVAILABLE, "status 503"));
        assertThat(result.samples()).isEmpty();
        assertThat(result.unfinished()).hasSize(500);
        assertThat(engine.time.elapsed()).isBetween(Duration.ofSeconds(91), Duration.ofSeconds(95));
        assertThat(engine.log.events(Sent.class)).hasSizeLessThan(60);
        assertThat(engine.events.pauses).hasSize(8);
    }

    @Test
    void serverDown_forMinutesHalfWay_isWaitedFor() {
        Duration down = Duration.ofMinutes(1);
        Duration up = Duration.ofMinutes(9);
        engine.provider(request -> {
            Duration now = engine.time.elapsed();
            return now.compareTo(down) > 0 && now.compareTo(up) < 0
                    ? engine.fault(unavailable())
                    : engine.answer(request);
        });
        engine.limits("fake", inFlight(1));

        SamplingResult result = engine.run(1000);

        assertThat(result.answered()).isEqualTo(1000);
        assertThat(result.stoppedLanes()).isEmpty();
    }

    @Test
    void serverDown_forTooLongHalfWay_stopsTheLane() {
        engine.provider(request -> calls++ < 100 ? engine.answer(request) : engine.fault(unavailable()));

        SamplingResult result = engine.run(1000);

        assertThat(result.answered()).isEqualTo(100);
        assertThat(result.failed()).isZero();
        assertThat(result.stoppedLanes()).hasSize(1);
        assertThat(engine.time.elapsed()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    @Test
    void tooManyAndRejected_doNotOpenTheBreaker() {
        engine.provider(request -> calls++ < 100
                ? engine.fault(
                        calls % 2 == 0
                                ? tooMany(Duration.ofMillis(1))
                                : new InvalidRequestException("status 400", Optional.empty(), false))
                : engine.answer(request));
        engine.limits("fake", perMinute(60_000));

        engine.run(100);

        assertThat(engine.time.elapsed()).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void deadline_passed_cancelsTheExchangeAndRetries() {
        CompletableFuture<Completion> stalled = new CompletableFuture<>();
        ScriptedProvider provider = engine.provider(request -> calls++ == 0 ? stalled : engine.answer(request));
        engine.with(b -> b.deadline(Duration.ofSeconds(3)));

        Sample sample = engine.run(1).samples().get(0);

        assertThat(stalled).isCancelled();
        assertThat(sample.attempt()).isEqualTo(2);
        assertThat(provider.times().get(1)).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3500));
        assertThat(engine.log.events(Retried.class).get(0).error()).isEqualTo("no answer within 3000 ms");
    }

    @Test
    void deadline_futureThatIgnoresCancelling_isGivenUpAllTheSame() {
        CompletableFuture<Completion> stubborn = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return false;
            }
        };
        engine.provider(request -> calls++ == 0 ? stubborn : engine.answer(request));

        SamplingResult result = engine.run(1);
        stubborn.complete(Completion.of("too late"));
        engine.time.runDue();

        assertThat(result.samples().get(0).text()).isEqualTo("0");
        assertThat(engine.log.events(Finished.class)).hasSize(1);
    }

    @Test
    void deadline_atTheInstantOfTheAnswer_keepsTheAnswer() {
        engine.provider(engine::answer);

        Sample sample = engine.with(b -> b.deadline(LATENCY)).run(1).samples().get(0);

        assertThat(sample.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(sample.attempt()).isEqualTo(1);
    }

    static Stream<ProviderException> stopping() {
        return Stream.of(
                new QuotaExhaustedException("no credit left"),
                new AuthenticationException("the key of FAKE_KEY was refused"),
                new InvalidRequestException("temperature is not supported", Optional.of("temperature"), true));
    }

    @ParameterizedTest
    @MethodSource("stopping")
    void faultThatStopsTheLane_leavesTheRestUnfinishedAndOthersGoOn(ProviderException fault) {
        ModelId other = ModelId.parse("fake/other");
        engine.provider(request ->
                request.key().model().equals(MODEL) && calls++ >= 10 ? engine.fault(fault) : engine.answer(request));
        engine.limits("fake", inFlight(4));

        SamplingResult result = engine.run(plan(plan(MODEL, 100), plan(other, 50)));

        assertThat(result.samples().stream().filter(s -> s.key().model().equals(other)))
                .hasSize(50);
        assertThat(result.samples().stream().filter(s -> s.key().model().equals(MODEL)))
                .hasSize(10);
        assertThat(result.failed()).isZero();
        assertThat(result.unfinished()).hasSize(90).allMatch(key -> key.model().equals(MODEL));
        assertThat(result.perhapsBilled()).isEmpty();
        assertThat(result.interrupted()).isFalse();
        StoppedLane lane = new StoppedLane(MODEL, Faults.reason(fault), fault.getMessage());
        assertThat(result.stoppedLanes()).containsExactly(lane);
        assertThat(engine.events.stops).containsExactly(lane);
        // What was sent has an end, so that the next run does not take it for perhaps billed.
        assertThat(engine.log.events(Sent.class))
                .hasSameSizeAs(Stream.concat(
                                engine.log.events(Finished.class).stream(), engine.log.events(Retried.class).stream())
                        .toList());
    }

    @Test
    void stopReasons_areTold() {
        assertThat(stopping().map(Faults::reason))
                .containsExactly(
                        StoppedLane.Reason.QUOTA_EXHAUSTED,
                        StoppedLane.Reason.NOT_AUTHENTICATED,
                        StoppedLane.Reason.REQUEST_REJECTED);
    }

    @Test
    void invalidRequest_thatStopsNoLane_failsItsDrawAtOnce() {
        engine.provider(request -> request.key().index() == 2
                ? engine.fault(new InvalidRequestException("prompt too long", Optional.empty(), false))
                : engine.answer(request));

        SamplingResult result = engine.run(5);

        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.samples().get(2).attempt()).isEqualTo(1);
        assertThat(result.samples().get(2).error()).contains("prompt too long");
    }

    @Test
    void providerThatThrows_failsTheDrawAndGoesOn() {
        engine.provider(request -> {
            if (request.key().index() == 0) {
                throw new IllegalArgumentException("bad\nstate\u001b[31m");
            }
            return engine.answer(request);
        });

        SamplingResult result = engine.run(3);

        assertThat(result.samples().get(0).error()).contains("IllegalArgumentException: bad state [31m");
        assertThat(result.answered()).isEqualTo(2);
    }

    @Test
    void providerThatThrowsAProviderException_isTreatedLikeAFailedFuture() {
        engine.provider(request -> {
            if (calls++ == 0) {
                throw (ProviderException) unavailable();
            }
            return engine.answer(request);
        });

        assertThat(engine.run(1).samples().get(0).attempt()).isEqualTo(2);
    }

    @Test
    void providerThatThrowsAnError_failsTheDraw() {
        engine.provider(request -> {
            throw new NoClassDefFoundError("some/Client");
        });

        assertThat(engine.run(1).samples().get(0).error()).contains("NoClassDefFoundError: some/Client");
    }

    @Test
    void providerThatReturnsNull_failsTheDraw() {
        engine.provider(request -> null);

        assertThat(engine.run(1).samples().get(0).error())
                .hasValueSatisfying(e -> assertThat(e).contains("the provider gave null"));
    }

    @Test
    void futureOfNull_failsTheDraw() {
        engine.provider(request -> CompletableFuture.completedFuture(null));

        assertThat(engine.run(1).failed()).isEqualTo(1);
    }

    @Test
    void futureThatWasCancelledByItsProvider_failsTheDraw() {
        engine.provider(request -> engine.fault(new CancellationException()));

        assertThat(engine.run(1).samples().get(0).error()).contains("CancellationException");
    }

    @Test
    void wrappedProviderException_isUnwrapped() {
        engine.provider(request ->
                calls++ == 0 ? engine.fault(unavailable()).thenApply(answer -> answer) : engine.answer(request));

        assertThat(engine.run(1).samples().get(0).attempt()).isEqualTo(2);
    }

    @Test
    void logThatFails_failsTheRunAndCancelsWhatIsUnderWay() {
        CompletableFuture<Completion> stalled = new CompletableFuture<>();
        engine.provider(request -> request.key().index() == 0 ? stalled : engine.answer(request));
        FailingLog log = new FailingLog(5);

        CompletableFuture<SamplingResult> result =
                engine.with(b -> b.log(log)).sampler().run(plan(MODEL, 10));
        engine.time.runUntil(result::isDone, Duration.ofMinutes(1));

        assertThatThrownBy(result::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UncheckedIOException.class);
        assertThat(stalled).isCancelled();
        engine.time.advance(Duration.ofMinutes(1));
        assertThat(engine.time.waiting()).isZero();
    }

    private static List<Duration> gaps(List<Duration> times) {
        return IntStream.range(1, times.size())
                .mapToObj(i -> times.get(i).minus(times.get(i - 1)))
                .toList();
    }
}
