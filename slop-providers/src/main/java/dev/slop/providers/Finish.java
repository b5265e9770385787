package dev.slop.providers;

import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;

/** Finish reasons that follow from an outcome. */
final class Finish {
    private Finish() {}

    static FinishReason of(Outcome outcome, String raw) {
        return new FinishReason(
                switch (outcome) {
                    case REFUSED -> FinishReason.Kind.REFUSAL;
                    case BLOCKED -> FinishReason.Kind.CONTENT_FILTER;
                    case TRUNCATED -> FinishReason.Kind.LENGTH;
                    default -> FinishReason.Kind.STOP;
                },
                raw);
    }
}
