package dev.slop.core;

/**
 * Why the model stopped, in the provider's own word and in slop's.
 *
 * @param kind slop's class of the reason
 * @param raw the provider's word, kept even where slop does not know it; empty if none was sent
 */
public record FinishReason(Kind kind, String raw) {
    /** The classes of reasons that slop tells apart. */
    public enum Kind {
        /** The model came to its end. */
        STOP,
        /** A length limit was reached. */
        LENGTH,
        /** The model declined. */
        REFUSAL,
        /** A filter intervened. */
        CONTENT_FILTER,
        /** Any other word, or none. */
        OTHER
    }

    /**
     * {@return a reason that slop does not know}
     *
     * @param raw the provider's word
     */
    public static FinishReason other(String raw) {
        return new FinishReason(Kind.OTHER, raw);
    }
}
