package dev.slop.core.provider;

import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.TokenUsage;
import java.util.Optional;

/**
 * A provider's reply to one request. A refusal, a block and a truncation are replies, not faults.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the outcome is {@link Outcome#FAILED}, which is an exception's business.
 *
 * @param outcome any but {@link Outcome#FAILED}
 * @param text the answer; empty where the model sent none
 * @param finishReason why the model stopped
 * @param usage tokens billed
 * @param modelVersion the version that answered, where told
 * @param requestId the provider's id of the request, where told
 * @param detail the provider's reason of a refusal or block, where told
 * @param rateLimits what the reply's headers say of the limits
 * @param raw the reply's body as received
 */
public record Completion(
        Outcome outcome,
        String text,
        FinishReason finishReason,
        TokenUsage usage,
        Optional<String> modelVersion,
        Optional<String> requestId,
        Optional<String> detail,
        RateLimitHeaders rateLimits,
        Optional<String> raw) {
    public Completion {
        if (outcome == Outcome.FAILED) {
            throw new IllegalArgumentException("a fault is a ProviderException, not a Completion");
        }
    }

    /**
     * {@return a plain answer of which nothing but the text is known}
     *
     * @param text the answer
     */
    public static Completion of(String text) {
        return new Completion(
                Outcome.ANSWERED,
                text,
                new FinishReason(FinishReason.Kind.STOP, ""),
                TokenUsage.unknown(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RateLimitHeaders.none(),
                Optional.empty());
    }
}
