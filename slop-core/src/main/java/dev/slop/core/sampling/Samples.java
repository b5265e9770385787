package dev.slop.core.sampling;

import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes outcomes of replies. */
final class Samples {
    private Samples() {}

    static Sample answered(Draw draw, Reply.Answer answer, Instant at) {
        Completion completion = answer.completion();
        return new Sample(
                draw.request().key(),
                draw.hash(),
                completion.outcome(),
                completion.text(),
                Optional.of(completion.finishReason()),
                completion.usage(),
                draw.attempt(),
                at,
                Duration.ofNanos(answer.latencyNanos()),
                completion.modelVersion(),
                completion.requestId(),
                completion.detail());
    }

    static Sample failed(Draw draw, Reply.Fault fault, String error, Instant at) {
        return new Sample(
                draw.request().key(),
                draw.hash(),
                Outcome.FAILED,
                "",
                Optional.empty(),
                Costs.isPerhapsBilled(fault.cause()) ? TokenUsage.unknown() : TokenUsage.of(0, 0),
                draw.attempt(),
                at,
                Duration.ofNanos(fault.latencyNanos()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(error));
    }
}
