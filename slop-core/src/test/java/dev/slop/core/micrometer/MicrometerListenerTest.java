package dev.slop.core.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.ModelId;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.sampling.Sampler;
import dev.slop.core.sampling.SamplingPlan;
import dev.slop.core.sampling.StoppedLane;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MicrometerListenerTest {
    private static final ModelId MODEL = ModelId.parse("fake/m");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerListener listener = new MicrometerListener(registry);

    @Test
    void run_isMetered() {
        CompletionProvider provider = request -> request.key().index() == 0
                ? CompletableFuture.failedFuture(new InvalidRequestException("status 400", Optional.empty(), false))
                : CompletableFuture.completedFuture(Completion.of("Mango"));
        List<CompletionRequest> requests =
                IntStream.range(0, 5).mapToObj(MicrometerListenerTest::request).toList();
        try (Sampler sampler =
                Sampler.of(Map.of("fake", provider)).listener(listener).build()) {
            sampler.run(new SamplingPlan(requests)).join();
        }

        assertThat(counter("slop.attempts")).isEqualTo(5);
        assertThat(registry.get("slop.outcomes")
                        .tag("outcome", "answered")
                        .counter()
                        .count())
                .isEqualTo(4);
        assertThat(registry.get("slop.outcomes")
                        .tag("outcome", "failed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("slop.latency").tag("model", "fake/m").timer().count())
                .isEqualTo(4);
        assertThat(inFlight()).isZero();
    }

    @Test
    void events_ofOneRequest_areCounted() {
        listener.sent(request(0), 1);
        assertThat(inFlight()).isEqualTo(1);
        listener.retried(request(0), 1, "status 500", Duration.ofSeconds(1));
        listener.lanePaused(MODEL, Instant.EPOCH, "status 429");
        listener.laneStopped(new StoppedLane(MODEL, StoppedLane.Reason.UNAVAILABLE, "down"));

        assertThat(inFlight()).isZero();
        assertThat(counter("slop.retries")).isEqualTo(1);
        assertThat(counter("slop.pauses")).isEqualTo(1);
        assertThat(counter("slop.stops")).isEqualTo(1);
    }

    private double counter(String name) {
        return registry.get(name).tag("model", "fake/m").counter().count();
    }

    private double inFlight() {
        return registry.get("slop.in.flight").tag("model", "fake/m").gauge().value();
    }

    private static CompletionRequest request(int index) {
        return new CompletionRequest(
                new SampleKey("fruit", MODEL, SampleKey.DEFAULT_VARIANT, index),
                "A fruit",
                Optional.empty(),
                SamplingParameters.unset());
    }
}
