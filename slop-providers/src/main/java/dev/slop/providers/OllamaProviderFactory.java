package dev.slop.providers;

import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Ollama, by its own chat API; on this machine unless {@code OLLAMA_HOST} or {@code base-url} says otherwise. One
 * request at a time by default, as the server itself does. A {@code reasoning-effort} is {@code true}, {@code false} or
 * a word such as {@code low}. Options:
 *
 * <ul>
 *   <li>{@code num-ctx}: tokens of the context; the server cuts longer prompts silently
 *   <li>{@code keep-alive}: how long the model stays loaded, for example {@code 10m}
 *   <li>{@code allow-insecure}: {@code true} permits http to other hosts than this machine
 *   <li>{@code max-response-mib}: a larger reply is refused; 32 by default
 * </ul>
 */
public final class OllamaProviderFactory implements CompletionProviderFactory {
    private static final String PORT = ":11434";
    private static final EndpointSpec SPEC = new EndpointSpec(
            "http://127.0.0.1" + PORT,
            "ollama.com",
            "OLLAMA_HOST",
            List.of("OLLAMA_API_KEY"),
            OllamaProviderFactory::complete);
    private static final String NUM_CTX = "num-ctx";
    private static final String KEEP_ALIVE = "keep-alive";

    /** Creates the factory; called by {@link java.util.ServiceLoader}. */
    public OllamaProviderFactory() {}

    @Override
    public String id() {
        return "ollama";
    }

    @Override
    public List<String> environmentVariables() {
        return List.of("OLLAMA_HOST", "OLLAMA_API_KEY");
    }

    @Override
    public RateLimits defaultLimits() {
        return new RateLimits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.of(1));
    }

    @Override
    public boolean isFree() {
        return true;
    }

    @Override
    public Optional<URI> baseUrl(ProviderConfig config, Environment environment) {
        return Optional.of(Endpoint.root(config, environment, SPEC));
    }

    @Override
    public Optional<String> exampleModel() {
        return Optional.of("llama3.2");
    }

    @Override
    public CompletionProvider create(ProviderConfig config, Environment environment) {
        Options options =
                Options.of(config, NUM_CTX, KEEP_ALIVE, Endpoint.ALLOW_INSECURE, HttpProvider.MAX_RESPONSE_MIB);
        return new HttpProvider(
                Endpoint.resolve(config, options, environment, SPEC), chat(config.id(), options), options);
    }

    @Override
    public CompletionProvider createEmbedding(ProviderConfig config, Environment environment) {
        Options options = Options.of(
                config, NUM_CTX, KEEP_ALIVE, DIMENSIONS, Endpoint.ALLOW_INSECURE, HttpProvider.MAX_RESPONSE_MIB);
        return new HttpProvider(
                Endpoint.resolve(config, options, environment, SPEC),
                OllamaEmbeddings.of(config.id(), chat(config.id(), options), options.count(DIMENSIONS)),
                options);
    }

    private static OllamaChat chat(String id, Options options) {
        return new OllamaChat(id, options.count(NUM_CTX), options.text(KEEP_ALIVE));
    }

    /** {@code OLLAMA_HOST} may lack the scheme, the port or the host, and may be the address a server binds to. */
    private static String complete(String host) {
        if (host.contains("://")) {
            return host.replace("://0.0.0.0", "://127.0.0.1");
        }
        String named = host.startsWith(":") ? "127.0.0.1" + host : host.replaceFirst("^0\\.0\\.0\\.0", "127.0.0.1");
        return "http://" + named + (named.matches(".*:\\d+/*") ? "" : PORT);
    }
}
