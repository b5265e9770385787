package dev.slop.core.sampling;

import static dev.slop.core.sampling.EngineFixture.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.TransientProviderException;
import dev.slop.core.testing.InMemoryAttemptLog.Event;
import dev.slop.core.testing.InMemoryAttemptLog.Finished;
import dev.slop.core.testing.InMemoryAttemptLog.Retried;
import dev.slop.core.testing.InMemoryAttemptLog.Sent;
import dev.slop.core.testing.ScriptedProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of draws through a provider that fails three times in ten, in every way it can. */
class SamplerChaosTest {
    private static final int DRAWS = 2000;
    private static final double FAULTS = 0.3;

    private final EngineFixture engine = new EngineFixture();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void run_throughRandomFaults_givesEachDrawOneOutcome(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        engine.provider(request -> chaos(request, random));
        engine.with(b -> b.seed(seed).deadline(Duration.ofSeconds(5)));

        SamplingResult result = engine.run(DRAWS);

        assertThat(result.samples()).hasSize(DRAWS);
        assertThat(result.unfinished()).isEmpty();
        assertThat(result.stoppedLanes()).isEmpty();
        // Of the six kinds of fault one is final.
        assertThat(result.failed()).isBetween((int) (DRAWS * 0.04), (int) (DRAWS * 0.09));
        assertThat(result.samples())
                .filteredOn(sample -> !sample.error().isPresent())
                .allMatch(sample ->
                        sample.text().equals(String.valueOf(sample.key().index())));
        assertLogTellsOneStoryADraw();
        assertThat(engine.time.waiting()).isZero();
    }

    private CompletableFuture<Completion> chaos(CompletionRequest request, SplittableRandom random) {
        Duration latency = Duration.ofMillis(random.nextInt(50, 500));
        if (random.nextDouble() >= FAULTS) {
            return ScriptedProvider.answer(engine.time, latency, request);
        }
        return switch (random.nextInt(6)) {
            case 0 -> ScriptedProvider.fault(engine.time, latency, EngineFixture.tooMany(Duration.ofMillis(100)));
            case 1 -> ScriptedProvider.fault(engine.time, latency, EngineFixture.tooMany(null));
            case 2 -> ScriptedProvider.fault(engine.time, latency, EngineFixture.unavailable());
            case 3 ->
                ScriptedProvider.fault(
                        engine.time,
                        latency,
                        new TransientProviderException("connection reset", new IOException("reset")));
            case 4 -> new CompletableFuture<>();
            default ->
                ScriptedProvider.fault(
                        engine.time, latency, new InvalidRequestException("status 400", Optional.empty(), false));
        };
    }

    private void assertLogTellsOneStoryADraw() {
        Map<String, Integer> underWay = new HashMap<>();
        Map<String, Integer> attempts = new HashMap<>();
        Map<String, Integer> outcomes = new HashMap<>();
        for (Event event : engine.log.events()) {
            String hash = event.requestHash();
            if (event instanceof Sent sent) {
                assertThat(sent.attempt()).isEqualTo(attempts.merge(hash, 1, Integer::sum));
                assertThat(underWay.merge(hash, 1, Integer::sum)).isEqualTo(1);
            } else {
                int attempt = event instanceof Retried retried
                        ? retried.attempt()
                        : ((Finished) event).sample().attempt();
                assertThat(attempt).isEqualTo(attempts.get(hash));
                assertThat(underWay.merge(hash, -1, Integer::sum)).isZero();
                outcomes.merge(hash, event instanceof Finished ? 1 : 0, Integer::sum);
            }
        }
        assertThat(outcomes)
                .hasSize(DRAWS)
                .allSatisfy((hash, count) -> assertThat(count).isEqualTo(1));
        assertThat(EngineFixture.plan(MODEL, DRAWS).requests()).allMatch(r -> outcomes.containsKey(r.hash()));
    }
}
