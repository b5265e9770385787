package dev.slop.providers;

import dev.slop.core.Outcome;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.RateLimitHeaders;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Draws answers from a distribution; what is drawn follows from the seed and the request alone. */
final class SimulatedProvider implements CompletionProvider {
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final Simulation simulation;
    private volatile boolean closed;

    SimulatedProvider(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public CompletableFuture<Completion> complete(CompletionRequest request) {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("the provider is closed"));
        }
        long sampleSeed = sampleSeed(request);
        SplittableRandom random = new SplittableRandom(sampleSeed);
        // Drawn whatever the options are, so that switching one on changes nothing else.
        double atAnswer = random.nextDouble();
        double atOutcome = random.nextDouble();
        double atLatency = random.nextDouble();
        Optional<ProviderException> fault = simulation.faults().next(request.key(), sampleSeed);
        long latency = simulation.latencyAt(atLatency);
        CompletableFuture<Completion> reply = fault.<CompletableFuture<Completion>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(answer(request, atAnswer, atOutcome)));
        return latency == 0 ? reply : delayed(reply, latency);
    }

    private static CompletableFuture<Completion> delayed(CompletableFuture<Completion> reply, long millis) {
        CompletableFuture<Completion> result = new CompletableFuture<>();
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                .execute(() -> reply.whenComplete((answer, fault) -> {
                    if (fault == null) {
                        result.complete(answer);
                    } else {
                        result.completeExceptionally(
                                fault instanceof CompletionException wrapped ? wrapped.getCause() : fault);
                    }
                }));
        return result;
    }

    private Completion answer(CompletionRequest request, double atAnswer, double atOutcome) {
        Outcome outcome = simulation.outcomeAt(atOutcome);
        String text = outcome == Outcome.BLOCKED
                ? ""
                : simulation.answers(request.key().prompt()).at(atAnswer);
        return new Completion(
                outcome,
                text,
                Finish.of(outcome, ""),
                TokenUsage.of(tokens(request.prompt()), tokens(text)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RateLimitHeaders.none(),
                Optional.empty());
    }

    private static long tokens(String text) {
        return (text.length() + CHARACTERS_PER_TOKEN - 1L) / CHARACTERS_PER_TOKEN;
    }

    /** FNV-1a over what names the sample; {@link SplittableRandom} scrambles it further. */
    private long sampleSeed(CompletionRequest request) {
        long hash = 0xcbf29ce484222325L ^ simulation.seed();
        String name = request.key().model() + "\0" + request.key().variant() + "\0" + request.prompt() + "\0"
                + request.key().index();
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "simulated with seed " + simulation.seed();
    }
}
