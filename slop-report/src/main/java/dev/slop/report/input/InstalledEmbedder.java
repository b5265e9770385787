package dev.slop.report.input;

import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.vector.EmbeddingException;
import dev.slop.metrics.vector.SemanticGrouping;
import dev.slop.metrics.vector.TextEmbedder;
import dev.slop.metrics.vector.TextEmbedderFactory;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The embedder on the class path, if there is one: a module of its own for its size. One model serves all prompts. */
final class InstalledEmbedder {
    private static final String HOW_TO_ADD =
            "same: semantic needs the module slop-semantic, which is not on the class path; in slop's folder run"
                    + " 'mvn package -DskipTests -pl slop-semantic -am', then set"
                    + " SLOP_CLASSPATH=slop-semantic/target/slop-semantic.jar";

    private static @Nullable TextEmbedder loaded;

    private InstalledEmbedder() {}

    /**
     * The semantic grouping.
     *
     * @throws IllegalArgumentException if there is no embedder, or its model does not load
     */
    static AnswerGrouping grouping() {
        try {
            return SemanticGrouping.of(embedder());
        } catch (EmbeddingException e) {
            throw new IllegalArgumentException("same: semantic: " + e.getMessage(), e);
        }
    }

    private static synchronized TextEmbedder embedder() {
        if (loaded == null) {
            loaded = ServiceLoader.load(TextEmbedderFactory.class)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(HOW_TO_ADD))
                    .create();
        }
        return loaded;
    }
}
