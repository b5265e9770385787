package dev.slop.providers;

import dev.slop.core.ConfigurationException;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A server and the key meant for it.
 *
 * @param provider id of the provider
 * @param base root without a slash at its end
 * @param own whether it is the provider's own server, not a compatible one
 * @param key what it is asked with
 */
record Endpoint(String provider, URI base, boolean own, ApiKey key) {
    static final String ALLOW_INSECURE = "allow-insecure";

    /**
     * Settles the server and the key. A key goes to its provider's own host, to the root that the environment names
     * beside it, or where the configuration names its variable; to no other server.
     */
    static Endpoint resolve(ProviderConfig config, Options options, Environment environment, EndpointSpec spec) {
        boolean fromEnvironment = isFromEnvironment(config, environment, spec);
        URI base = root(config, environment, spec);
        String field = field(config, spec, fromEnvironment);
        if (!base.getScheme().equals("https") && !isLoopback(base.getHost()) && !options.flag(ALLOW_INSECURE)) {
            throw new ConfigurationException(field + ": http sends everything in the clear to " + base.getHost()
                    + "; use https, or set " + ALLOW_INSECURE + ": \"true\"");
        }
        boolean own = isWithin(base.getHost(), spec.ownHost());
        return new Endpoint(config.id(), base, own, key(config, environment, spec, own, fromEnvironment));
    }

    /** Settles the server alone. */
    static URI root(ProviderConfig config, Environment environment, EndpointSpec spec) {
        boolean fromEnvironment = isFromEnvironment(config, environment, spec);
        Optional<String> stated = fromEnvironment
                ? environment.get(spec.urlVariable())
                : config.baseUrl().map(URI::toString);
        return root(spec.complete().apply(stated.orElse(spec.url())), field(config, spec, fromEnvironment));
    }

    private static boolean isFromEnvironment(ProviderConfig config, Environment environment, EndpointSpec spec) {
        return config.baseUrl().isEmpty() && environment.get(spec.urlVariable()).isPresent();
    }

    private static String field(ProviderConfig config, EndpointSpec spec, boolean fromEnvironment) {
        return fromEnvironment ? spec.urlVariable() : "providers." + config.id() + ".base-url";
    }

    private static ApiKey key(
            ProviderConfig config, Environment environment, EndpointSpec spec, boolean own, boolean fromEnvironment) {
        if (config.keyEnv().isPresent()) {
            String variable = config.keyEnv().get();
            return ApiKey.read(variable, environment).orElseThrow(() -> missing(config, variable));
        }
        Optional<ApiKey> usual = spec.keyVariables().stream()
                .flatMap(variable -> ApiKey.read(variable, environment).stream())
                .findFirst();
        if (own) {
            return usual.orElseThrow(() -> missing(config, String.join(" or ", spec.keyVariables())));
        }
        return fromEnvironment ? usual.orElse(ApiKey.none()) : ApiKey.none();
    }

    private static ConfigurationException missing(ProviderConfig config, String variable) {
        return new ConfigurationException("providers." + config.id() + ": the environment variable " + variable
                + " is not set; it must hold the key");
    }

    /** A URL is not shown in the messages here: it may hold a password. */
    private static URI root(String text, String field) {
        URI uri;
        try {
            uri = new URI(text.replaceFirst("/+$", ""));
        } catch (URISyntaxException e) {
            throw new ConfigurationException(field + ": is no URL"); // the cause would show it
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.matches("https?") || uri.getHost() == null) {
            throw new ConfigurationException(field + ": must be a URL such as https://host/path");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new ConfigurationException(field + ": must hold no user, password, query or fragment");
        }
        return URI.create(scheme + uri.toString().substring(scheme.length()));
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    private static boolean isWithin(String host, String domain) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals(domain) || lower.endsWith("." + domain);
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    @Override
    public String toString() {
        return provider + " at " + base + " with " + key;
    }
}
