package dev.slop.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ModelId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BlockingProviderTest extends CompletionProviderContract {
    private static final ModelId MODEL = ModelId.parse("blocking/model");

    private final ExecutorService executor = Executors.newFixedThreadPool(4);

    @AfterEach
    void stopThreads() {
        executor.shutdownNow();
    }

    @Override
    protected CompletionProvider provider() {
        return CompletionProvider.blocking(request -> Completion.of("Mango"), executor);
    }

    @Override
    protected CompletionRequest request(int index) {
        return plainRequest(MODEL, "Pick a random fruit, only return the fruit", index);
    }

    @Override
    protected Optional<CompletionProvider> failingProvider() {
        return Optional.of(CompletionProvider.blocking(
                request -> {
                    throw new AuthenticationException("the key in BLOCKING_KEY is not accepted");
                },
                executor));
    }

    @Override
    protected Optional<CompletionProvider> silentProvider() {
        return Optional.of(CompletionProvider.blocking(request -> awaitForever(new CountDownLatch(0)), executor));
    }

    private static Completion awaitForever(CountDownLatch started) {
        started.countDown();
        try {
            new CountDownLatch(1).await();
            return Completion.of("never");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientProviderException("interrupted", e);
        }
    }

    @Test
    void cancel_requestUnderWay_interruptsTheClient() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (CompletionProvider provider = CompletionProvider.blocking(
                request -> {
                    try {
                        return awaitForever(started);
                    } finally {
                        ended.countDown();
                    }
                },
                executor)) {
            CompletableFuture<Completion> pending = provider.complete(request(0));
            assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();

            pending.cancel(true);

            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void complete_executorShutDown_isTransient() {
        executor.shutdownNow();
        CompletionProvider provider = provider();

        assertThatThrownBy(() -> provider.complete(request(0)).get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TransientProviderException.class);
    }
}
