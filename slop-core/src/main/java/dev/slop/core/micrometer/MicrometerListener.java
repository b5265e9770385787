package dev.slop.core.micrometer;

import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.sampling.SamplingListener;
import dev.slop.core.sampling.StoppedLane;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Meters a run, each meter tagged with {@code model}:
 *
 * <ul>
 *   <li>{@code slop.attempts}, counter: requests sent, retries included
 *   <li>{@code slop.retries}, counter: attempts that failed and are made again
 *   <li>{@code slop.outcomes}, counter, also tagged with {@code outcome}: draws that ended
 *   <li>{@code slop.latency}, timer: the last attempt of each draw that was answered
 *   <li>{@code slop.in.flight}, gauge: requests under way
 *   <li>{@code slop.pauses} and {@code slop.stops}, counters: times that a model's sending paused, or was given up
 * </ul>
 *
 * <p>After a run that was stopped or cancelled, {@code slop.in.flight} keeps what was under way then.
 */
public final class MicrometerListener implements SamplingListener {
    private final MeterRegistry registry;
    private final Map<ModelId, AtomicInteger> inFlight = new ConcurrentHashMap<>();

    /**
     * Creates it.
     *
     * @param registry where the meters are kept
     */
    public MicrometerListener(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void sent(CompletionRequest request, int attempt) {
        ModelId model = request.key().model();
        registry.counter("slop.attempts", tags(model)).increment();
        underWay(model).incrementAndGet();
    }

    @Override
    public void retried(CompletionRequest request, int attempt, String error, Duration wait) {
        ModelId model = request.key().model();
        registry.counter("slop.retries", tags(model)).increment();
        underWay(model).decrementAndGet();
    }

    @Override
    public void finished(Sample sample) {
        ModelId model = sample.key().model();
        String outcome = sample.outcome().name().toLowerCase(Locale.ROOT);
        registry.counter("slop.outcomes", tags(model).and("outcome", outcome)).increment();
        if (sample.outcome() != Outcome.FAILED) {
            registry.timer("slop.latency", tags(model)).record(sample.latency());
        }
        underWay(model).decrementAndGet();
    }

    @Override
    public void lanePaused(ModelId model, Instant until, String reason) {
        registry.counter("slop.pauses", tags(model)).increment();
    }

    @Override
    public void laneStopped(StoppedLane lane) {
        registry.counter("slop.stops", tags(lane.model())).increment();
    }

    private AtomicInteger underWay(ModelId model) {
        return inFlight.computeIfAbsent(model, this::gauge);
    }

    /** The registry holds it weakly; the map does not. */
    private AtomicInteger gauge(ModelId model) {
        AtomicInteger requests = new AtomicInteger();
        registry.gauge("slop.in.flight", tags(model), requests);
        return requests;
    }

    private static Tags tags(ModelId model) {
        return Tags.of("model", model.toString());
    }
}
