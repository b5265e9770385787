package dev.slop.bench.engine;

import dev.slop.core.ModelId;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.journal.Journal;
import dev.slop.core.journal.RunHeader;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import dev.slop.core.sampling.Sampler;
import dev.slop.core.sampling.SamplingListener;
import dev.slop.core.sampling.SamplingPlan;
import dev.slop.core.sampling.SamplingResult;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.stream.IntStream;

/**
 * One run of the engine within this process, with a journal, against a server.
 *
 * @param result how it ended
 * @param seconds how long it took
 * @param retried why attempts were made again
 */
record EngineRun(SamplingResult result, double seconds, List<String> retried) {
    private static final ModelId MODEL = ModelId.parse("local/m");

    /** Asks for draws; an in-flight cap of 0 leaves it to the engine. */
    static EngineRun of(URI server, Path journal, int draws, int inFlight, Duration deadline) {
        try (CompletionProvider provider = openAi(server)) {
            return of(provider, journal, draws, inFlight, deadline);
        }
    }

    static EngineRun of(CompletionProvider provider, Path journal, int draws, int inFlight, Duration deadline) {
        OptionalInt cap = inFlight == 0 ? OptionalInt.empty() : OptionalInt.of(inFlight);
        RateLimits limits = new RateLimits(OptionalDouble.empty(), OptionalDouble.empty(), cap);
        List<String> retried = new ArrayList<>();
        SamplingListener listener = new SamplingListener() {
            @Override
            public void retried(CompletionRequest request, int attempt, String error, Duration wait) {
                retried.add(error);
            }
        };
        try (Journal log = Journal.open(journal, new RunHeader("engine", "benchmark", Instant.now()));
                Sampler sampler = Sampler.of(Map.of("local", provider))
                        .limits(Map.of("local", limits))
                        .deadline(deadline)
                        .log(log)
                        .listener(listener)
                        .build()) {
            SamplingPlan plan = plan(draws);
            long start = System.nanoTime();
            SamplingResult result = sampler.run(plan).join();
            return new EngineRun(result, (System.nanoTime() - start) / 1e9, retried);
        }
    }

    /** How many attempts were made again for a reason that begins so. */
    long retries(String reason) {
        return retried.stream().filter(error -> error.startsWith(reason)).count();
    }

    private static SamplingPlan plan(int draws) {
        return new SamplingPlan(
                IntStream.range(0, draws).mapToObj(EngineRun::request).toList());
    }

    static CompletionRequest request(int index) {
        return new CompletionRequest(
                new SampleKey("number", MODEL, SampleKey.DEFAULT_VARIANT, index),
                "Pick a number",
                Optional.empty(),
                SamplingParameters.unset());
    }

    private static CompletionProvider openAi(URI server) {
        ProviderConfig config =
                new ProviderConfig("local", "openai", Optional.of(server), Optional.empty(), Map.of(), Path.of(""));
        return ServiceLoader.load(CompletionProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.id().equals("openai"))
                .findFirst()
                .orElseThrow()
                .create(config, Environment.of(Map.of()));
    }
}
