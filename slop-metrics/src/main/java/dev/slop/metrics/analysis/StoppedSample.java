package dev.slop.metrics.analysis;

/**
 * A sample whose size was not fixed beforehand: a rule that looked at the answers ended it. Its estimates are biased more
 * than those of a sample of fixed size; docs/statistics.md says by how much.
 *
 * @param prompt id of the prompt
 * @param model who answered
 * @param variant the way of asking
 * @param draws how many draws were made
 * @param reason what the rule says, in a few words, for example {@code coverage ≥ 0.95}
 */
public record StoppedSample(String prompt, String model, String variant, int draws, String reason) {
    /** {@return for example {@code stopped by rule at n = 40: coverage ≥ 0.95}} */
    public String words() {
        return "stopped by rule at n = " + draws + ": " + reason;
    }
}
