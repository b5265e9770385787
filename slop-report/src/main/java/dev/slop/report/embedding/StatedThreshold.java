package dev.slop.report.embedding;

import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.TextEmbedder;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An embedder whose threshold the user states.
 *
 * @param embedder the embedder
 * @param threshold mean cosine from which answers mean the same
 */
record StatedThreshold(TextEmbedder embedder, double threshold) implements TextEmbedder {
    @Override
    public String name() {
        return embedder.name();
    }

    @Override
    public Embeddings embed(List<String> texts) {
        return embedder.embed(texts);
    }

    @Override
    public OptionalDouble sameMeaning() {
        return OptionalDouble.of(threshold);
    }
}
