package dev.slop.report.embedding;

import dev.slop.metrics.vector.TextEmbedder;
import dev.slop.metrics.vector.TextEmbedderFactory;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The embedder on the class path, if there is one: a module of its own for its size. One model serves all prompts. */
final class InstalledEmbedder {
    private static final String HOW_TO_ADD =
            "needs the module slop-semantic, which is not on the class path; in slop's folder run"
                    + " 'mvn package -DskipTests -pl slop-semantic -am', then set"
                    + " SLOP_CLASSPATH=slop-semantic/target/slop-semantic.jar";

    private static @Nullable TextEmbedder loaded;

    private InstalledEmbedder() {}

    /**
     * The embedder, loaded once.
     *
     * @throws IllegalArgumentException if there is none
     * @throws dev.slop.metrics.vector.EmbeddingException if its model does not load
     */
    static synchronized TextEmbedder get() {
        if (loaded == null) {
            loaded = ServiceLoader.load(TextEmbedderFactory.class)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(HOW_TO_ADD))
                    .create();
        }
        return loaded;
    }
}
