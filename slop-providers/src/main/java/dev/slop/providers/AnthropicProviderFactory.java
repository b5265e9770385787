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
 * Anthropic, by its Messages API. A {@code reasoning-effort} is a word such as {@code low} for models from 4.6 on, a
 * number of tokens for those up to 4.6, or {@code none}. Options:
 *
 * <ul>
 *   <li>{@code max-tokens}: limit of the answer's length where the experiment sets none, because the API requires one;
 *       4096 by default
 *   <li>{@code allow-insecure}: {@code true} permits http to other hosts than this machine
 *   <li>{@code max-response-mib}: a larger reply is refused; 32 by default
 * </ul>
 */
public final class AnthropicProviderFactory implements CompletionProviderFactory {
    private static final EndpointSpec SPEC = new EndpointSpec(
            "https://api.anthropic.com",
            "api.anthropic.com",
            "ANTHROPIC_BASE_URL",
            List.of("ANTHROPIC_API_KEY"),
            UnaryOperator.identity());
    private static final String MAX_TOKENS = "max-tokens";
    private static final int DEFAULT_MAX_TOKENS = 4_096;

    /** Creates the factory; called by {@link java.util.ServiceLoader}. */
    public AnthropicProviderFactory() {}

    @Override
    public String id() {
        return "anthropic";
    }

    @Override
    public List<String> environmentVariables() {
        return List.of("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL");
    }

    @Override
    public Optional<URI> baseUrl(ProviderConfig config, Environment environment) {
        return Optional.of(Endpoint.root(config, environment, SPEC));
    }

    @Override
    public Optional<String> exampleModel() {
        return Optional.of("claude-haiku-4-5");
    }

    @Override
    public CompletionProvider create(ProviderConfig config, Environment environment) {
        Options options = Options.of(config, MAX_TOKENS, Endpoint.ALLOW_INSECURE, HttpProvider.MAX_RESPONSE_MIB);
        Endpoint endpoint = Endpoint.resolve(config, options, environment, SPEC);
        int maxTokens = (int) options.integer(MAX_TOKENS, DEFAULT_MAX_TOKENS, 1, Integer.MAX_VALUE);
        return new HttpProvider(endpoint, new AnthropicMessages(config.id(), endpoint.own(), maxTokens), options);
    }
}
