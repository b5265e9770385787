package dev.slop.core.provider;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Asks models of one provider. Implementations are safe for use by several threads, block no caller, try once and
 * never wait for a limit: retries, pacing and deadlines are the engine's.
 */
public interface CompletionProvider extends AutoCloseable {
    /**
     * Sends one request.
     *
     * @param request what is asked
     * @return completes with the answer, or exceptionally with a {@link ProviderException}; any other exception counts
     *     as a fault of the provider that is not retried. Cancelling it ends the exchange and frees its connection.
     */
    CompletableFuture<Completion> complete(CompletionRequest request);

    /** Frees connections and threads; requests under way may end exceptionally, later ones always do. May be called twice. */
    @Override
    default void close() {}

    /**
     * Adapts a blocking client.
     *
     * @param client answers on the calling thread, throwing {@link ProviderException}
     * @param executor runs the client; its size bounds what is under way; not shut down by {@link #close()}
     * @return a provider that interrupts the client's thread when a request is cancelled
     */
    static CompletionProvider blocking(Function<CompletionRequest, Completion> client, Executor executor) {
        return new BlockingProvider(client, executor);
    }
}
