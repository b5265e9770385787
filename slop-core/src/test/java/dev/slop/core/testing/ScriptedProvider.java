package dev.slop.core.testing;

import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A provider that does what a test tells it, in virtual time, and remembers what it was asked and when. */
public final class ScriptedProvider implements CompletionProvider {
    /** One request as it came in. */
    public record Call(CompletionRequest request, Duration at) {}

    private final VirtualTime time;
    private final Function<CompletionRequest, CompletableFuture<Completion>> script;
    private final List<Call> calls = new ArrayList<>();
    private int underWay;
    private int mostUnderWay;

    /**
     * Creates it.
     *
     * @param time the time
     * @param script what to do with each request
     */
    public ScriptedProvider(VirtualTime time, Function<CompletionRequest, CompletableFuture<Completion>> script) {
        this.time = time;
        this.script = script;
    }

    /** {@return a provider that answers everything with the draw's index after a time} */
    public static ScriptedProvider answering(VirtualTime time, Duration latency) {
        return new ScriptedProvider(time, request -> answer(time, latency, request));
    }

    /** {@return an answer, the draw's index, after a time} */
    public static CompletableFuture<Completion> answer(VirtualTime time, Duration latency, CompletionRequest request) {
        return after(
                time, latency, () -> Completion.of(String.valueOf(request.key().index())));
    }

    /** {@return a fault after a time} */
    public static CompletableFuture<Completion> fault(VirtualTime time, Duration latency, RuntimeException fault) {
        return after(time, latency, () -> {
            throw fault;
        });
    }

    private static CompletableFuture<Completion> after(
            VirtualTime time, Duration latency, Supplier<Completion> outcome) {
        CompletableFuture<Completion> future = new CompletableFuture<>();
        time.schedule(
                () -> {
                    try {
                        future.complete(outcome.get());
                    } catch (RuntimeException e) {
                        future.completeExceptionally(e);
                    }
                },
                latency.toNanos(),
                TimeUnit.NANOSECONDS);
        return future;
    }

    @Override
    public CompletableFuture<Completion> complete(CompletionRequest request) {
        calls.add(new Call(request, time.elapsed()));
        CompletableFuture<Completion> future = script.apply(request);
        if (future != null) {
            underWay++;
            mostUnderWay = Math.max(mostUnderWay, underWay);
            future.whenComplete((answer, error) -> underWay--);
        }
        return future;
    }

    /** {@return what came in, in order} */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** {@return the times at which requests came in} */
    public List<Duration> times() {
        return calls.stream().map(Call::at).toList();
    }

    /** {@return the draws' indices, in the order in which requests came in} */
    public List<Integer> indices() {
        return calls.stream().map(call -> call.request().key().index()).toList();
    }

    /** {@return how many requests are under way} */
    public int underWay() {
        return underWay;
    }

    /** {@return the greatest number of requests that were under way at once} */
    public int mostUnderWay() {
        return mostUnderWay;
    }
}
