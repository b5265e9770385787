package dev.slop.providers;

import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.TokenUsage;
import java.util.Optional;

/**
 * What a dialect reads from the body of a reply; the rest of a completion is in the headers.
 *
 * @param outcome any but failed
 * @param text the answer
 * @param finishReason why the model stopped
 * @param usage tokens billed
 * @param modelVersion the version that answered
 * @param requestId the id in the body
 * @param detail the reason of a refusal or block
 */
record Answer(
        Outcome outcome,
        String text,
        FinishReason finishReason,
        TokenUsage usage,
        Optional<String> modelVersion,
        Optional<String> requestId,
        Optional<String> detail) {}
