package dev.slop.providers;

import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Google's Gemini, by its generateContent API. A {@code reasoning-effort} is a word such as {@code low} for models from
 * 3 on, or a number of tokens. Google advises a temperature of 1 for models from 3 on; lower ones may loop. Options:
 *
 * <ul>
 *   <li>{@code allow-insecure}: {@code true} permits http to other hosts than this machine
 *   <li>{@code max-response-mib}: a larger reply is refused; 32 by default
 * </ul>
 */
public final class GeminiProviderFactory implements CompletionProviderFactory {
    private static final EndpointSpec SPEC = new EndpointSpec(
            "https://generativelanguage.googleapis.com",
            "generativelanguage.googleapis.com",
            "GEMINI_BASE_URL",
            List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"),
            UnaryOperator.identity());

    /** Creates the factory; called by {@link java.util.ServiceLoader}. */
    public GeminiProviderFactory() {}

    @Override
    public String id() {
        return "gemini";
    }

    @Override
    public List<String> environmentVariables() {
        return List.of("GEMINI_API_KEY", "GOOGLE_API_KEY", "GEMINI_BASE_URL");
    }

    @Override
    public Optional<URI> baseUrl(ProviderConfig config, Environment environment) {
        return Optional.of(Endpoint.root(config, environment, SPEC));
    }

    @Override
    public Optional<String> exampleModel() {
        return Optional.of("gemini-2.5-flash");
    }

    @Override
    public CompletionProvider create(ProviderConfig config, Environment environment) {
        Options options = Options.of(config, Endpoint.ALLOW_INSECURE, HttpProvider.MAX_RESPONSE_MIB);
        Endpoint endpoint = Endpoint.resolve(config, options, environment, SPEC);
        return new HttpProvider(endpoint, new GeminiGenerateContent(config.id(), endpoint.own()), options);
    }
}
