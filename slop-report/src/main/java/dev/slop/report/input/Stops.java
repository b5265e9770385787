package dev.slop.report.input;

import dev.slop.metrics.answer.Outcome;

/** What the reasons mean for which models stop, in the words of several tools. */
final class Stops {
    private Stops() {}

    static Outcome outcome(String reason) {
        return switch (reason) {
            case "length", "max_tokens", "model_length", "max_output_tokens", "MAX_TOKENS" -> Outcome.TRUNCATED;
            case "content_filter", "SAFETY", "PROHIBITED_CONTENT" -> Outcome.BLOCKED;
            case "refusal" -> Outcome.REFUSED;
            default -> Outcome.ANSWERED;
        };
    }
}
