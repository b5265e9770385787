package dev.slop.cli;

import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.QuotaExhaustedException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A provider whose answers and faults hold no key. */
final class GuardedProvider implements CompletionProvider {
    private final CompletionProvider provider;
    private final KeyGuard guard;

    GuardedProvider(CompletionProvider provider, KeyGuard guard) {
        this.provider = provider;
        this.guard = guard;
    }

    @Override
    public CompletableFuture<Completion> complete(CompletionRequest request) {
        CompletableFuture<Completion> result = new CompletableFuture<>();
        CompletableFuture<Completion> exchange = exchange(request);
        exchange.whenComplete((answer, fault) -> {
            if (fault == null) {
                result.complete(clean(answer));
            } else {
                result.completeExceptionally(clean(fault));
            }
        });
        result.whenComplete((answer, fault) -> exchange.cancel(true));
        return result;
    }

    private CompletableFuture<Completion> exchange(CompletionRequest request) {
        try {
            return provider.complete(request);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Completion clean(Completion answer) {
        return guard.isClean(answer.toString())
                ? answer
                : new Completion(
                        answer.outcome(),
                        guard.scrub(answer.text()),
                        answer.finishReason(),
                        answer.usage(),
                        answer.modelVersion().map(guard::scrub),
                        answer.requestId().map(guard::scrub),
                        answer.detail().map(guard::scrub),
                        answer.rateLimits(),
                        answer.raw().map(guard::scrub));
    }

    private Throwable clean(Throwable thrown) {
        Throwable fault =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        StringWriter whole = new StringWriter();
        fault.printStackTrace(new PrintWriter(whole));
        return guard.isClean(whole.toString()) ? fault : reworded(fault);
    }

    private Throwable reworded(Throwable fault) {
        String message = guard.scrub(String.valueOf(fault.getMessage()));
        if (!(fault instanceof ProviderException known)) {
            return new IllegalStateException(fault.getClass().getSimpleName() + ": " + message);
        }
        if (known instanceof RateLimitedException limited) {
            return new RateLimitedException(message, limited.retryAfter(), limited.rateLimits());
        }
        if (known instanceof InvalidRequestException invalid) {
            return new InvalidRequestException(message, invalid.parameter().map(guard::scrub), invalid.stopsLane());
        }
        if (known instanceof AuthenticationException) {
            return new AuthenticationException(message);
        }
        return known instanceof QuotaExhaustedException
                ? new QuotaExhaustedException(message)
                : new TransientProviderException(message, known.retryAfter());
    }

    @Override
    public void close() {
        provider.close();
    }

    @Override
    public String toString() {
        return guard.scrub(provider.toString());
    }
}
