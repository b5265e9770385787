package dev.slop.core;

/** Something the user has to put right before anything can be sent; the message is one line that says what. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param message one line: where, what, and what would be right; never a key
     */
    public ConfigurationException(String message) {
        super(message);
    }

    /**
     * Creates it with a cause.
     *
     * @param message one line: where, what, and what would be right; never a key
     * @param cause what was thrown
     */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
