package dev.slop.core.provider;

import dev.slop.core.ConfigurationException;
import dev.slop.core.limits.RateLimits;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Builds providers of one type; found by {@link java.util.ServiceLoader} and picked by {@link #id()}. */
public interface CompletionProviderFactory {
    /** Option of {@link #createEmbedding}: how many numbers a vector shall have, where the model lets one choose. */
    String DIMENSIONS = "dimensions";

    /** {@return the type's id, lower case and unique, for example {@code ollama}} */
    String id();

    /**
     * Builds a provider without asking its server.
     *
     * @param config how it is set up
     * @param environment where the key is read from
     * @return the provider
     * @throws ConfigurationException if the key's variable is not set or an option is wrong
     */
    CompletionProvider create(ProviderConfig config, Environment environment);

    /**
     * Builds a provider that embeds: it is asked for an {@link EmbeddingBatch} and answers with the vectors. Nothing is
     * asked here. Types that give no embeddings, as by default, refuse.
     *
     * @param config how it is set up, as for {@link #create}; also {@link #DIMENSIONS}
     * @param environment where the key is read from
     * @return the provider
     * @throws ConfigurationException if the type gives no embeddings, the key's variable is not set or an
     *     option is wrong
     */
    default CompletionProvider createEmbedding(ProviderConfig config, Environment environment) {
        throw new ConfigurationException(
                "providers." + config.id() + ".type: " + id() + " is a type that gives no embeddings");
    }

    /** {@return the variables read for the key and the base URL, the preferred first; empty if none are needed} */
    default List<String> environmentVariables() {
        return List.of();
    }

    /** {@return whether nothing is billed, because no server is asked or it is the user's own} */
    default boolean isFree() {
        return false;
    }

    /**
     * {@return the root of the server that a provider would ask; empty where none is asked}
     *
     * @param config how it is set up
     * @param environment where another root may stand
     * @throws ConfigurationException if the root is not one that may be asked
     */
    default Optional<URI> baseUrl(ProviderConfig config, Environment environment) {
        return Optional.empty();
    }

    /** {@return a small model to try the provider with, as it stands after the slash; empty where none is known} */
    default Optional<String> exampleModel() {
        return Optional.empty();
    }

    /** {@return the limits of a lane for which the experiment states none} */
    default RateLimits defaultLimits() {
        return RateLimits.none();
    }
}
