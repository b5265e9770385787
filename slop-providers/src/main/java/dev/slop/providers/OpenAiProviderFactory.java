package dev.slop.providers;

import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * OpenAI, and every server that speaks its Chat Completions API. The base URL ends in {@code /v1}. The key is sent to
 * OpenAI itself, to the root in {@code OPENAI_BASE_URL}, or where the configuration names the key's variable; a server
 * of the configuration's own without {@code key-env} is asked without a key. Options:
 *
 * <ul>
 *   <li>{@code api}: {@code chat}, {@code responses}, or by default {@code auto}: Responses for those models of OpenAI
 *       that need it
 *   <li>{@code max-tokens-parameter}: {@code max_completion_tokens}, the default for OpenAI itself, or {@code
 *       max_tokens}, the default for other servers
 *   <li>{@code organization}, {@code project}: ids to be billed
 *   <li>{@code allow-insecure}: {@code true} permits http to other hosts than this machine
 *   <li>{@code max-response-mib}: a larger reply is refused; 32 by default
 * </ul>
 */
public final class OpenAiProviderFactory implements CompletionProviderFactory {
    private static final EndpointSpec SPEC = new EndpointSpec(
            "https://api.openai.com/v1",
            "api.openai.com",
            "OPENAI_BASE_URL",
            List.of("OPENAI_API_KEY"),
            UnaryOperator.identity());

    private static final List<String> OPTIONS = List.of(
            "api",
            "max-tokens-parameter",
            "organization",
            "project",
            Endpoint.ALLOW_INSECURE,
            HttpProvider.MAX_RESPONSE_MIB);

    /** Creates the factory; called by {@link java.util.ServiceLoader}. */
    public OpenAiProviderFactory() {}

    @Override
    public String id() {
        return "openai";
    }

    @Override
    public List<String> environmentVariables() {
        return List.of("OPENAI_API_KEY", "OPENAI_BASE_URL");
    }

    @Override
    public Optional<URI> baseUrl(ProviderConfig config, Environment environment) {
        return Optional.of(Endpoint.root(config, environment, SPEC));
    }

    @Override
    public Optional<String> exampleModel() {
        return Optional.of("gpt-5-mini");
    }

    @Override
    public CompletionProvider create(ProviderConfig config, Environment environment) {
        Options options = options(config);
        Endpoint endpoint = Endpoint.resolve(config, options, environment, SPEC);
        OpenAiSetup setup = setup(endpoint, options);
        return new HttpProvider(endpoint, new OpenAiChat(setup, new OpenAiResponses(setup)), options);
    }

    @Override
    public CompletionProvider createEmbedding(ProviderConfig config, Environment environment) {
        Options options = options(config, DIMENSIONS);
        Endpoint endpoint = Endpoint.resolve(config, options, environment, SPEC);
        return new HttpProvider(
                endpoint, OpenAiEmbeddings.of(setup(endpoint, options), options.count(DIMENSIONS)), options);
    }

    private static Options options(ProviderConfig config, String... more) {
        return Options.of(
                config, Stream.concat(OPTIONS.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private static OpenAiSetup setup(Endpoint endpoint, Options options) {
        return new OpenAiSetup(
                endpoint.provider(),
                endpoint.own(),
                options.oneOf("api", "auto", "auto", "chat", "responses"),
                options.oneOf(
                        "max-tokens-parameter",
                        endpoint.own() ? "max_completion_tokens" : "max_tokens",
                        "max_completion_tokens",
                        "max_tokens"),
                headerValue(options, "organization"),
                headerValue(options, "project"));
    }

    private static Optional<String> headerValue(Options options, String name) {
        Optional<String> value = options.text(name).filter(v -> !v.isEmpty());
        if (value.isPresent() && !value.get().matches("[\\x21-\\x7e]+")) {
            throw options.wrong(name, "must be an id, without blanks");
        }
        return value;
    }
}
