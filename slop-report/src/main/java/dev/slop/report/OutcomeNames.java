package dev.slop.report;

import dev.slop.metrics.answer.Outcome;

/** What outcomes are called in every file and in JSON. */
public final class OutcomeNames {
    private OutcomeNames() {}

    /**
     * {@return the name of an outcome, for example {@code outOfRange}}
     *
     * @param outcome any
     */
    public static String of(Outcome outcome) {
        // Spelt out: a renamed constant must not rename a field of a format.
        return switch (outcome) {
            case ANSWERED -> "answered";
            case REFUSED -> "refused";
            case BLOCKED -> "blocked";
            case TRUNCATED -> "truncated";
            case EMPTY -> "empty";
            case OUT_OF_RANGE -> "outOfRange";
            case FAILED -> "failed";
            case UNPARSED -> "unparsed";
        };
    }
}
