package dev.slop.cli;

import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderConfig;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A careless provider from the class path, which repeats its key wherever it can; the model says where. */
public final class LeakyProviderFactory implements CompletionProviderFactory {
    @Override
    public String id() {
        return "leaky";
    }

    @Override
    public List<String> environmentVariables() {
        return List.of("LEAKY_KEY");
    }

    @Override
    public CompletionProvider create(ProviderConfig config, Environment environment) {
        String key = environment.get("LEAKY_KEY").orElse("");
        if (config.options().containsKey("broken")) {
            throw new IllegalArgumentException("cannot connect with " + key);
        }
        return request -> switch (request.key().model().name()) {
            case "throws" -> throw new IllegalStateException("bad header " + key, new IOException(key));
            case "fails" -> CompletableFuture.failedFuture(new IllegalStateException("wrapped", new IOException(key)));
            case "rejects" ->
                CompletableFuture.failedFuture(new InvalidRequestException("no such " + key, Optional.of(key), true));
            default -> CompletableFuture.completedFuture(Completion.of("the key is " + key));
        };
    }
}
