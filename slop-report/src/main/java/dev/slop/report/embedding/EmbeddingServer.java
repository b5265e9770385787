package dev.slop.report.embedding;

import dev.slop.core.ConfigurationException;
import dev.slop.core.EmbeddingSpec;
import dev.slop.core.ModelId;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import dev.slop.core.sampling.Sampler;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** A provider that gives embeddings, as the experiment sets it up. It is built when it is first needed. */
final class EmbeddingServer implements AutoCloseable {
    private static final int USUAL_BATCH = 64;
    private static final String SECTION = "embeddings.";

    private final EmbeddingSpec.Served spec;
    private final ProviderConfig config;
    private final CompletionProviderFactory factory;
    private final Environment environment;
    private @Nullable CompletionProvider provider;
    private @Nullable Sampler sampler;
    private boolean closed;

    private EmbeddingServer(
            EmbeddingSpec.Served spec,
            ProviderConfig config,
            CompletionProviderFactory factory,
            Environment environment) {
        this.spec = spec;
        this.config = config;
        this.factory = factory;
        this.environment = environment;
    }

    /**
     * Finds the provider's type.
     *
     * @param providers those that the experiment declares
     */
    static EmbeddingServer of(
            EmbeddingSpec.Served spec, Map<String, ProviderConfig> providers, Environment environment) {
        String id = spec.model().provider();
        ProviderConfig config = config(spec, providers.getOrDefault(id, ProviderConfig.of(id)));
        CompletionProviderFactory factory = ServiceLoader.load(CompletionProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(known -> known.id().equals(config.type()))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "embeddings.source: there is no provider '" + config.type() + "' on the class path"));
        return new EmbeddingServer(spec, config, factory, environment);
    }

    private static ProviderConfig config(EmbeddingSpec.Served spec, ProviderConfig declared) {
        Map<String, String> options = new HashMap<>(declared.options());
        if (spec.allowInsecure()) {
            options.put("allow-insecure", "true");
        }
        spec.dimensions().ifPresent(v -> options.put(CompletionProviderFactory.DIMENSIONS, Integer.toString(v)));
        return new ProviderConfig(
                declared.id(),
                declared.type(),
                spec.baseUrl().or(declared::baseUrl),
                spec.keyEnv().or(declared::keyEnv),
                options,
                declared.directory());
    }

    ModelId model() {
        return spec.model();
    }

    int batchSize() {
        return spec.batch().orElse(USUAL_BATCH);
    }

    /** What a vector depends on: type of the provider, model, server and number of dimensions. Needs no key. */
    String identity() {
        Optional<URI> server = factory.baseUrl(config, environment);
        return factory.id() + "/" + spec.model().name()
                + server.map(uri -> " at " + uri).orElse("")
                + (spec.dimensions().isPresent() ? " in " + spec.dimensions().getAsInt() + " dimensions" : "");
    }

    /**
     * The provider.
     *
     * @throws ConfigurationException if it cannot be built, for instance for want of a key
     */
    synchronized CompletionProvider provider() {
        if (provider == null) {
            provider = build();
        }
        return provider;
    }

    private CompletionProvider build() {
        try {
            return factory.createEmbedding(config, environment);
        } catch (ConfigurationException e) {
            String section = "providers." + config.id() + ".";
            String message = String.valueOf(e.getMessage());
            boolean isOurs = spec.baseUrl().isPresent() && message.startsWith(section + "base-url");
            throw new ConfigurationException(isOurs ? SECTION + message.substring(section.length()) : message, e);
        }
    }

    /** The engine that asks it, under limits of the experiment. */
    synchronized Sampler sampler(Map<String, RateLimits> limits, BatchLog log) {
        if (closed) {
            throw new IllegalStateException("the embedder is closed");
        }
        if (sampler == null) {
            sampler = Sampler.of(Map.of(config.id(), provider()))
                    .limits(limits)
                    .defaultLimits(Map.of(config.id(), factory.defaultLimits()))
                    .log(log)
                    .build();
        }
        return sampler;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (sampler != null) {
            sampler.close();
        }
        if (provider != null) {
            provider.close();
        }
    }
}
