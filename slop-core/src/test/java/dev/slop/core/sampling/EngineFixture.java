package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.RateLimitHeaders;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import dev.slop.core.testing.InMemoryAttemptLog;
import dev.slop.core.testing.ScriptedProvider;
import dev.slop.core.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A sampler in virtual time, with providers that do as told. */
final class EngineFixture {
    static final Duration LATENCY = Duration.ofMillis(200);
    static final Duration LONG = Duration.ofDays(10);
    static final ModelId MODEL = ModelId.parse("fake/model");

    final VirtualTime time = new VirtualTime();
    final InMemoryAttemptLog log = new InMemoryAttemptLog();
    final Events events = new Events();
    private final Map<String, CompletionProvider> providers = new HashMap<>();
    private final Map<String, RateLimits> limits = new HashMap<>();
    private Function<SamplerBuilder, SamplerBuilder> settings = builder -> builder;
    private Executor logExecutor = time;
    private Sampler sampler;

    /** Remembers what a listener is told. */
    static final class Events implements SamplingListener {
        final List<Duration> retries = new ArrayList<>();
        final List<Instant> pauses = new ArrayList<>();
        final List<StoppedLane> stops = new ArrayList<>();
        int sent;
        int finished;

        @Override
        public void sent(CompletionRequest request, int attempt) {
            sent++;
        }

        @Override
        public void retried(CompletionRequest request, int attempt, String error, Duration wait) {
            retries.add(wait);
        }

        @Override
        public void finished(dev.slop.core.Sample sample) {
            finished++;
        }

        @Override
        public void lanePaused(ModelId model, Instant until, String reason) {
            pauses.add(until);
        }

        @Override
        public void laneStopped(StoppedLane lane) {
            stops.add(lane);
        }
    }

    ScriptedProvider provider(String id, Function<CompletionRequest, CompletableFuture<Completion>> script) {
        ScriptedProvider provider = new ScriptedProvider(time, script);
        providers.put(id, provider);
        return provider;
    }

    /** The provider of {@link #MODEL}. */
    ScriptedProvider provider(Function<CompletionRequest, CompletableFuture<Completion>> script) {
        return provider(MODEL.provider(), script);
    }

    EngineFixture limits(String lane, RateLimits value) {
        limits.put(lane, value);
        return this;
    }

    EngineFixture with(Function<SamplerBuilder, SamplerBuilder> value) {
        settings = settings.andThen(value);
        return this;
    }

    EngineFixture logOn(Executor value) {
        logExecutor = value;
        return this;
    }

    Sampler sampler() {
        if (sampler == null) {
            EngineThreads threads =
                    new EngineThreads(time, logExecutor, Runnable::run, time.clock(), time::nanoTime, time::shutdown);
            sampler = settings.apply(
                            Sampler.of(providers).limits(limits).log(log).listener(events))
                    .threads(threads)
                    .build();
        }
        return sampler;
    }

    /** Runs a plan to its end. */
    SamplingResult run(SamplingPlan plan) {
        CompletableFuture<SamplingResult> result = sampler().run(plan);
        time.runUntil(result::isDone, LONG);
        return result.join();
    }

    SamplingResult run(int draws) {
        return run(plan(MODEL, draws));
    }

    CompletableFuture<Completion> answer(CompletionRequest request) {
        return ScriptedProvider.answer(time, LATENCY, request);
    }

    CompletableFuture<Completion> fault(RuntimeException fault) {
        return ScriptedProvider.fault(time, LATENCY, fault);
    }

    static SamplingPlan plan(ModelId model, int draws) {
        return new SamplingPlan(
                IntStream.range(0, draws).mapToObj(i -> request(model, i)).toList());
    }

    static SamplingPlan plan(SamplingPlan... plans) {
        List<CompletionRequest> all = new ArrayList<>();
        for (SamplingPlan plan : plans) {
            all.addAll(plan.requests());
        }
        return new SamplingPlan(all);
    }

    static CompletionRequest request(ModelId model, int index) {
        return new CompletionRequest(
                new SampleKey("fruit", model, SampleKey.DEFAULT_VARIANT, index),
                "Pick a random fruit",
                Optional.empty(),
                SamplingParameters.unset());
    }

    static RateLimits perMinute(double requests) {
        return new RateLimits(OptionalDouble.of(requests), OptionalDouble.empty(), OptionalInt.empty());
    }

    static RateLimits inFlight(int requests) {
        return new RateLimits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.of(requests));
    }

    static RuntimeException tooMany(Duration retryAfter) {
        return new RateLimitedException("status 429", Optional.ofNullable(retryAfter), RateLimitHeaders.none());
    }

    static RuntimeException unavailable() {
        return new TransientProviderException("status 503", Optional.empty());
    }
}
