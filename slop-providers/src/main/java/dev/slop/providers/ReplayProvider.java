package dev.slop.providers;

import dev.slop.core.SampleKey;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.InvalidRequestException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Answers from a file. */
final class ReplayProvider implements CompletionProvider {
    private final String file;
    private final Map<ReplayKey, Completion> answers;
    private volatile boolean closed;

    ReplayProvider(String file, Map<ReplayKey, Completion> answers) {
        this.file = file;
        this.answers = Map.copyOf(answers);
    }

    @Override
    public CompletableFuture<Completion> complete(CompletionRequest request) {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("the provider is closed"));
        }
        return keys(request)
                .map(answers::get)
                .filter(answer -> answer != null)
                .findFirst()
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.failedFuture(missing(request.key())));
    }

    /** As {@code replay/x/y} the model is recorded as {@code x/y}; declared under the name x it is recorded whole. */
    private static Stream<ReplayKey> keys(CompletionRequest request) {
        SampleKey key = request.key();
        return Stream.of(key.model().toString(), key.model().name())
                .flatMap(model -> Stream.of(key.prompt(), request.prompt())
                        .map(prompt -> new ReplayKey(model, prompt, key.variant(), key.index())));
    }

    private InvalidRequestException missing(SampleKey key) {
        return new InvalidRequestException(
                file + ": holds no answer of " + key.model() + " to prompt '" + key.prompt() + "', variant '"
                        + key.variant() + "', index " + key.index(),
                Optional.empty(),
                false);
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "replay of " + file;
    }
}
