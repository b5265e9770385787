package dev.slop.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The final outcome of one draw. A failed draw is data like any other.
 *
 * @param key which draw
 * @param requestHash {@link dev.slop.core.provider.CompletionRequest#hash()} of what was asked
 * @param outcome how it ended
 * @param text the answer as the model sent it; empty where there is none
 * @param finishReason why the model stopped; empty if it never answered
 * @param usage tokens billed
 * @param attempt number of the attempt that ended it, from 1
 * @param at when it ended
 * @param latency time of the last attempt
 * @param modelVersion the version that the provider says answered
 * @param requestId the provider's id of the request
 * @param error what went wrong, where the outcome is {@link Outcome#FAILED}, or the provider's reason of a block
 */
public record Sample(
        SampleKey key,
        String requestHash,
        Outcome outcome,
        String text,
        Optional<FinishReason> finishReason,
        TokenUsage usage,
        int attempt,
        Instant at,
        Duration latency,
        Optional<String> modelVersion,
        Optional<String> requestId,
        Optional<String> error) {
    /**
     * {@return this sample as the outcome of another draw that asks the same}
     *
     * @param value the other draw's key
     */
    public Sample withKey(SampleKey value) {
        return new Sample(
                value,
                requestHash,
                outcome,
                text,
                finishReason,
                usage,
                attempt,
                at,
                latency,
                modelVersion,
                requestId,
                error);
    }
}
