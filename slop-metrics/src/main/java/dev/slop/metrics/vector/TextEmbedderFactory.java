package dev.slop.metrics.vector;

/** Makes an embedder that is found at run time; listed in {@code META-INF/services} for {@link java.util.ServiceLoader}. */
public interface TextEmbedderFactory {
    /** {@return a short name, lower case, unique: {@code minilm}} */
    String id();

    /**
     * {@return a new embedder}
     *
     * @throws EmbeddingException if its model does not load
     */
    TextEmbedder create();
}
