package dev.slop.core;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

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
}
