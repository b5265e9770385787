package dev.slop.core;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where the embeddings of answers come from, that is the points whose nearness is nearness of meaning.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the cosine is outside (0, 1].
 *
 * @param source what gives them
 * @param sameMeaning mean cosine from which answers mean the same; empty for the one chosen for the model, where there is
 *     one
 */
public record EmbeddingSpec(Source source, OptionalDouble sameMeaning) {
    public EmbeddingSpec {
        if (sameMeaning.isPresent() && !(sameMeaning.getAsDouble() > 0 && sameMeaning.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("same-meaning must be in (0, 1]: " + sameMeaning.getAsDouble());
        }
    }

    /** {@return the model that a provider is asked for; empty where none is asked} */
    public Optional<ModelId> model() {
        return source instanceof Served served ? Optional.of(served.model()) : Optional.empty();
    }

    /** What gives embeddings. */
    public sealed interface Source {}

    /** The sentence model that runs in process, of the module {@code slop-semantic}. */
    public record InProcess() implements Source {}

    /**
     * Embeddings that somebody made before.
     *
     * @param path JSON Lines, or NumPy's {@code .npy}
     * @param texts the texts of a {@code .npy}, in the order of its rows; empty for the file beside it of the same name
     *     that ends in {@code .jsonl} or {@code .txt}
     */
    public record Stored(Path path, Optional<Path> texts) implements Source {}

    /**
     * A model behind a provider's API of embeddings.
     *
     * <p>The constructor throws {@link IllegalArgumentException} if a stated number is not positive.
     *
     * @param model its provider is built in or declared by the experiment
     * @param baseUrl root of the server, where the provider's does not serve
     * @param keyEnv name of the environment variable with the key, where the provider's does not serve
     * @param allowInsecure whether http to other hosts than this machine is permitted
     * @param dimensions numbers of a vector, where the model lets one choose
     * @param batch texts a request at most
     */
    public record Served(
            ModelId model,
            Optional<URI> baseUrl,
            Optional<String> keyEnv,
            boolean allowInsecure,
            OptionalInt dimensions,
            OptionalInt batch)
            implements Source {
        public Served {
            dimensions.ifPresent(v -> Arguments.positive(v, "dimensions"));
            batch.ifPresent(v -> Arguments.positive(v, "batch"));
        }
    }
}
