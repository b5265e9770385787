package dev.slop.core.sampling;

import static dev.slop.core.sampling.EngineFixture.LATENCY;
import static dev.slop.core.sampling.EngineFixture.MODEL;
import static dev.slop.core.sampling.EngineFixture.inFlight;
import static dev.slop.core.sampling.EngineFixture.plan;
import static dev.slop.core.sampling.EngineFixture.tooMany;
import static dev.slop.core.sampling.EngineFixture.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.testing.InMemoryAttemptLog;
import dev.slop.core.testing.InMemoryAttemptLog.Finished;
import dev.slop.core.testing.InMemoryAttemptLog.Retried;
import dev.slop.core.testing.InMemoryAttemptLog.Sent;
import dev.slop.core.testing.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a run is ended before its end. */
@Timeout(60)
class SamplerStopTest {
    private final EngineFixture engine = new EngineFixture();

    @Test
    void stop_letsWhatIsUnderWayEndAndSendsNothingNew() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.limits("fake", inFlight(4));
        CompletableFuture<SamplingResult> running = start(100);
        engine.time.advance(LATENCY.plus(LATENCY.dividedBy(2)));

        engine.sampler().stop();
        engine.time.runUntil(running::isDone, Duration.ofMinutes(1));

        SamplingResult result = running.join();
        assertThat(provider.calls()).hasSize(8);
        assertThat(result.answered()).isEqualTo(8);
        assertThat(result.unfinished()).hasSize(92);
        assertThat(result.perhapsBilled()).isEmpty();
        assertThat(result.interrupted()).isTrue();
        assertThat(result.failed()).isZero();
        assertThat(engine.time.waiting()).isZero();
    }

    @Test
    void stop_whatFailsWhileDraining_isAskedAgainNextTimeAndNotFailed() {
        engine.provider(request ->
                engine.fault(request.key().index() % 2 == 0 ? unavailable() : tooMany(Duration.ofSeconds(1))));
        engine.limits("fake", inFlight(4));
        CompletableFuture<SamplingResult> running = start(100);
        engine.time.advance(LATENCY.dividedBy(2));

        engine.sampler().stop();
        engine.time.runUntil(running::isDone, Duration.ofSeconds(1));

        assertThat(running.join().samples()).isEmpty();
        assertThat(engine.log.events(Retried.class)).hasSize(4);
        assertThat(engine.log.events(Finished.class)).isEmpty();
    }

    @Test
    void stop_whileBackingOffAndPaused_endsAtOnce() {
        engine.provider(
                request -> engine.fault(request.key().index() == 0 ? unavailable() : tooMany(Duration.ofHours(1))));
        CompletableFuture<SamplingResult> running = start(10);
        engine.time.advance(LATENCY.plusMillis(1));

        engine.sampler().stop();
        engine.time.runDue();

        assertThat(running).isCompleted();
        assertThat(engine.time.waiting()).isZero();
    }

    @Test
    void stop_betweenLogAndSending_recordsThatItWasNotSent() {
        List<Runnable> writing = new ArrayList<>();
        engine.logOn(writing::add);
        ScriptedProvider provider = engine.provider(engine::answer);
        CompletableFuture<SamplingResult> running = start(1);
        engine.time.runDue();

        engine.sampler().stop();
        while (!writing.isEmpty()) {
            writing.remove(0).run();
            engine.time.runDue();
        }

        assertThat(running).isCompleted();
        assertThat(provider.calls()).isEmpty();
        assertThat(engine.log.events(Sent.class)).hasSize(1);
        assertThat(engine.log.events(Retried.class))
                .singleElement()
                .satisfies(event -> assertThat(event.error()).startsWith("not sent"));
    }

    @Test
    void stop_afterTheLastAnswer_isNoInterruption() {
        engine.provider(engine::answer);
        engine.run(3);

        engine.sampler().stop();
        engine.time.runDue();

        assertThat(engine.run(3).interrupted()).isFalse();
    }

    @Test
    void cancel_endsNowAndTellsWhatIsPerhapsBilled() {
        List<CompletableFuture<Completion>> exchanges = new ArrayList<>();
        engine.provider(request -> {
            CompletableFuture<Completion> exchange = new CompletableFuture<>();
            exchanges.add(exchange);
            return exchange;
        });
        engine.limits("fake", inFlight(4));
        CompletableFuture<SamplingResult> running = start(100);
        engine.time.advance(Duration.ofSeconds(1));

        engine.sampler().cancel();
        engine.time.runDue();

        SamplingResult result = running.join();
        assertThat(exchanges).hasSize(4).allMatch(CompletableFuture::isCancelled);
        assertThat(result.perhapsBilled()).hasSize(4);
        assertThat(result.unfinished()).hasSize(100);
        assertThat(result.interrupted()).isTrue();
        assertThat(engine.log.events(Retried.class)).isEmpty();
        assertThat(engine.time.waiting()).isZero();
    }

    @Test
    void cancel_answerAlreadyThere_isKept() {
        CompletableFuture<Completion> exchange = new CompletableFuture<>();
        engine.provider(request -> exchange);
        CompletableFuture<SamplingResult> running = start(1);
        engine.time.advance(Duration.ofSeconds(1));

        engine.sampler().cancel();
        exchange.complete(Completion.of("paid for"));
        engine.time.runDue();

        assertThat(running.join().samples())
                .singleElement()
                .satisfies(sample -> assertThat(sample.text()).isEqualTo("paid for"));
    }

    @Test
    void cancel_theFuture_cancelsTheRun() {
        CompletableFuture<Completion> exchange = new CompletableFuture<>();
        engine.provider(request -> exchange);
        CompletableFuture<SamplingResult> running = start(1);
        engine.time.advance(Duration.ofSeconds(1));

        running.cancel(false);
        engine.time.runDue();

        assertThat(exchange).isCancelled();
        assertThatCode(() -> engine.sampler().run(plan(MODEL, 1))).doesNotThrowAnyException();
    }

    @Test
    void run_afterACancelledRun_startsAfresh() {
        List<CompletableFuture<Completion>> stalled = new ArrayList<>();
        engine.provider(request -> {
            if (stalled.size() < 2) {
                stalled.add(new CompletableFuture<>());
                return stalled.get(stalled.size() - 1);
            }
            return engine.answer(request);
        });
        engine.limits("fake", inFlight(2));
        start(10);
        engine.time.advance(Duration.ofSeconds(1));
        engine.sampler().cancel();
        engine.time.runDue();

        assertThat(engine.run(10).answered()).isEqualTo(10);
    }

    @Test
    void run_afterClose_isRefused() {
        engine.provider(engine::answer);
        engine.sampler().close();

        assertThatThrownBy(() -> start(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatCode(() -> {
                    engine.sampler().stop();
                    engine.sampler().cancel();
                    engine.sampler().close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void close_inRealTime_leavesNoThreadAndNothingUnderWay() throws Exception {
        CompletableFuture<Completion> stalled = new CompletableFuture<>();
        CompletableFuture<Void> sending = new CompletableFuture<>();
        CompletionProvider provider = request -> {
            sending.complete(null);
            return request.key().index() == 0 ? stalled : CompletableFuture.completedFuture(Completion.of("answer"));
        };
        Sampler sampler = Sampler.of(Map.of("fake", provider)).build();
        CompletableFuture<SamplingResult> running = sampler.run(plan(MODEL, 1));
        sending.get(30, TimeUnit.SECONDS);
        assertThat(engineThreads()).isNotEmpty();

        sampler.close();

        assertThat(stalled).isCancelled();
        assertThat(running.get(30, TimeUnit.SECONDS).perhapsBilled()).hasSize(1);
        for (Thread thread : engineThreads()) {
            thread.join(30_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void run_inRealTime_answersAll() throws Exception {
        CompletionProvider provider = request -> CompletableFuture.supplyAsync(
                () -> Completion.of(String.valueOf(request.key().index())));
        InMemoryAttemptLog log = new InMemoryAttemptLog();
        try (Sampler sampler = Sampler.of(Map.of("fake", provider)).log(log).build()) {
            SamplingResult result = sampler.run(plan(MODEL, 2000)).get(30, TimeUnit.SECONDS);

            assertThat(result.answered()).isEqualTo(2000);
            assertThat(log.events(Sent.class)).hasSize(2000);
            assertThat(log.events(Finished.class)).hasSize(2000);
        }
    }

    private CompletableFuture<SamplingResult> start(int draws) {
        return engine.sampler().run(plan(MODEL, draws));
    }

    private static List<Thread> engineThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("slop-"))
                .toList();
    }
}
