package dev.slop.providers;

import dev.slop.core.ModelId;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.ProviderConfig;
import dev.slop.core.provider.ProviderException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests, configurations and ways to await an answer. */
public final class Requests {
    private static final int PATIENCE_SECONDS = 30;

    private Requests() {}

    public static CompletionRequest of(String model, String promptId, String prompt, int index) {
        return new CompletionRequest(
                new SampleKey(promptId, ModelId.parse(model), SampleKey.DEFAULT_VARIANT, index),
                prompt,
                Optional.empty(),
                SamplingParameters.unset());
    }

    public static CompletionRequest with(CompletionRequest request, SamplingParameters parameters) {
        return new CompletionRequest(request.key(), request.prompt(), request.system(), parameters);
    }

    public static CompletionRequest withSystem(CompletionRequest request, String system) {
        return new CompletionRequest(request.key(), request.prompt(), Optional.of(system), request.parameters());
    }

    public static ProviderConfig config(String id, Map<String, String> options) {
        return new ProviderConfig(id, id, Optional.empty(), Optional.empty(), options, Path.of(""));
    }

    public static ProviderConfig config(String id, URI baseUrl, String keyEnv, Map<String, String> options) {
        return new ProviderConfig(
                id, id, Optional.of(baseUrl), Optional.of(keyEnv).filter(k -> !k.isEmpty()), options, Path.of(""));
    }

    public static Completion answer(CompletionProvider provider, CompletionRequest request) {
        try {
            return await(provider.complete(request));
        } catch (ExecutionException e) {
            throw new AssertionError("expected an answer", e.getCause());
        }
    }

    public static ProviderException fault(CompletionProvider provider, CompletionRequest request) {
        return fault(provider.complete(request));
    }

    public static ProviderException fault(CompletableFuture<Completion> future) {
        try {
            throw new AssertionError("expected a fault, got " + await(future));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderException fault) {
                return fault;
            }
            throw new AssertionError("expected a ProviderException", e.getCause());
        }
    }

    private static Completion await(CompletableFuture<Completion> future) throws ExecutionException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no reply", e);
        }
    }
}
