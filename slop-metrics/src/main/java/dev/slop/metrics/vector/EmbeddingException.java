package dev.slop.metrics.vector;

/** Texts could not be embedded: a model that does not load, a text that has no stored row, an endpoint that fails. */
public final class EmbeddingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, in one line
     */
    public EmbeddingException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what failed, in one line
     * @param cause of it
     */
    public EmbeddingException(String message, Throwable cause) {
        super(message, cause);
    }
}
