package dev.slop.semantic;

import dev.slop.metrics.vector.TextEmbedder;
import dev.slop.metrics.vector.TextEmbedderFactory;

/** Makes {@link MiniLmEmbedder}s that remember; found by {@link java.util.ServiceLoader}. */
public final class MiniLmFactory implements TextEmbedderFactory {
    /** Creates the factory; called by {@link java.util.ServiceLoader}. */
    public MiniLmFactory() {}

    @Override
    public String id() {
        return "minilm";
    }

    @Override
    public TextEmbedder create() {
        return CachedEmbedder.of(MiniLmEmbedder.create());
    }
}
