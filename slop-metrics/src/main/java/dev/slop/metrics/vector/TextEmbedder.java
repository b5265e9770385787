package dev.slop.metrics.vector;

import java.util.List;
import java.util.OptionalDouble;

/** Turns texts into points whose nearness is nearness of meaning. Safe for all threads; equal texts give equal rows. */
public interface TextEmbedder {
    /** {@return the model's name, for reports, for example {@code all-MiniLM-L6-v2 (quantised)}} */
    String name();

    /**
     * {@return the rows of some texts, in their order}
     *
     * @param texts at least one; may repeat
     * @throws IllegalArgumentException if there is none
     * @throws EmbeddingException if one cannot be embedded
     */
    Embeddings embed(List<String> texts);

    /**
     * {@return the mean cosine from which groups of answers mean the same, where it was chosen on labelled pairs} Cosines
     * of different models do not compare, nor do their thresholds.
     */
    default OptionalDouble sameMeaning() {
        return OptionalDouble.empty();
    }
}
