package dev.slop.core.provider;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** Runs a blocking client on an executor. */
final class BlockingProvider implements CompletionProvider {
    private final Function<CompletionRequest, Completion> client;
    private final Executor executor;
    private volatile boolean closed;

    BlockingProvider(Function<CompletionRequest, Completion> client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<Completion> complete(CompletionRequest request) {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("the provider is closed"));
        }
        CompletableFuture<Completion> result = new CompletableFuture<>();
        // CompletableFuture.cancel interrupts nobody; a FutureTask does.
        FutureTask<Void> task = new FutureTask<>(() -> run(request, result), null);
        result.whenComplete((answer, error) -> {
            if (result.isCancelled()) {
                task.cancel(true);
            }
        });
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new TransientProviderException("the client's executor is full", e));
        }
        return result;
    }

    @Override
    public void close() {
        closed = true;
    }

    @SuppressWarnings("CatchingUnchecked") // whatever the client throws is this sample's fault, not the engine's
    private void run(CompletionRequest request, CompletableFuture<Completion> result) {
        try {
            result.complete(client.apply(request));
        } catch (Exception e) {
            result.completeExceptionally(e);
        }
    }
}
