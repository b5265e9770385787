package dev.slop.core.sampling;

import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.TransientProviderException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request under way. It ends once: with the provider's reply, at its deadline, or cancelled. */
final class Attempt {
    private final Dispatcher dispatcher;
    private final Consumer<Reply> onReply;
    private final long startedAt;
    private final CompletableFuture<Completion> exchange;
    private final Future<?> deadline;
    private boolean ended;

    private Attempt(
            Dispatcher dispatcher,
            CompletableFuture<Completion> exchange,
            long startedAt,
            Duration limit,
            Consumer<Reply> onReply) {
        this.dispatcher = dispatcher;
        this.exchange = exchange;
        this.startedAt = startedAt;
        this.onReply = onReply;
        this.deadline = dispatcher.after(limit.toNanos(), () -> expire(limit));
    }

    static Attempt start(
            Dispatcher dispatcher,
            CompletionProvider provider,
            CompletionRequest request,
            Duration limit,
            Consumer<Reply> onReply) {
        long now = dispatcher.now();
        Attempt attempt = new Attempt(dispatcher, exchange(provider, request), now, limit, onReply);
        attempt.exchange.whenComplete(attempt::arrived);
        return attempt;
    }

    /** Whatever a provider does wrong is this attempt's fault, not the engine's. */
    private static CompletableFuture<Completion> exchange(CompletionProvider provider, CompletionRequest request) {
        try {
            return Optional.ofNullable(provider.complete(request))
                    .orElseGet(
                            () -> CompletableFuture.failedFuture(new IllegalStateException("the provider gave null")));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** On the provider's thread. */
    private void arrived(@Nullable Completion completion, @Nullable Throwable error) {
        long at = dispatcher.now();
        dispatcher.execute(() -> end(Reply.of(completion, error, at, at - startedAt)));
    }

    private void end(Reply reply) {
        if (!ended) {
            ended = true;
            deadline.cancel(false);
            onReply.accept(reply);
        }
    }

    private void expire(Duration limit) {
        if (abandonExchange()) {
            long now = dispatcher.now();
            String message = "no answer within " + limit.toMillis() + " ms";
            end(new Reply.Fault(
                    new TransientProviderException(message, new TimeoutException(message)), now, now - startedAt));
        }
    }

    /** Ends it without a reply; false if its reply is there and will be told. */
    boolean cancel() {
        if (ended || !abandonExchange()) {
            return false;
        }
        ended = true;
        deadline.cancel(false);
        return true;
    }

    /** False if the provider was faster: an answer that was paid for is never thrown away. */
    private boolean abandonExchange() {
        return exchange.cancel(true) || !exchange.isDone();
    }
}
