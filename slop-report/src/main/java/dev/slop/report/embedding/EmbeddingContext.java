package dev.slop.report.embedding;

import dev.slop.core.provider.Environment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What asking for embeddings needs to know beside the experiment.
 *
 * @param environment where keys and base URLs are read from
 * @param cache file that keeps every vector that a provider gave, so that none is asked for twice; made when there is
 *     something to keep. Empty to keep them for as long as the process lives
 * @param notes is told in one line what is asked for
 */
public record EmbeddingContext(Environment environment, Optional<Path> cache, Consumer<String> notes) {
    /** {@return this process's environment, without a file, silent} */
    public static EmbeddingContext withDefaults() {
        return new EmbeddingContext(Environment.system(), Optional.empty(), note -> {});
    }
}
