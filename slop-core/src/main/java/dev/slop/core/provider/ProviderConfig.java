package dev.slop.core.provider;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How one provider is set up. Holds the name of the variable with the key, never the key.
 *
 * @param id as it stands before the slash of a model id
 * @param type id of the {@link CompletionProviderFactory} that builds it
 * @param baseUrl root of the server, where the default does not serve
 * @param keyEnv name of the environment variable with the key, where the default does not serve
 * @param options what this type alone knows, for example {@code file} of {@code replay}
 * @param directory what relative paths in {@code options} are relative to
 */
public record ProviderConfig(
        String id,
        String type,
        Optional<URI> baseUrl,
        Optional<String> keyEnv,
        Map<String, String> options,
        Path directory) {
    public ProviderConfig {
        options = Map.copyOf(options);
    }

    /**
     * {@return the set-up of a built-in provider with all defaults}
     *
     * @param id of the provider, and of its type
     */
    public static ProviderConfig of(String id) {
        return new ProviderConfig(id, id, Optional.empty(), Optional.empty(), Map.of(), Path.of(""));
    }
}
