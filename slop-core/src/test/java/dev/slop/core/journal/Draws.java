package dev.slop.core.journal;

import dev.slop.core.FinishReason;
import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.CompletionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Requests and samples for the journal's tests. */
final class Draws {
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123456789Z");
    static final RunHeader RUN = new RunHeader("same-slop", "0.1.0", NOON);
    static final ModelId MODEL = ModelId.parse("gemini/gemini-2.5-flash");

    private Draws() {}

    static CompletionRequest request(String promptId, int index) {
        return request(promptId, "Pick a random fruit, only return the fruit", index);
    }

    static CompletionRequest request(String promptId, String text, int index) {
        return new CompletionRequest(
                new SampleKey(promptId, MODEL, SampleKey.DEFAULT_VARIANT, index),
                text,
                Optional.empty(),
                SamplingParameters.unset());
    }

    static Sample sample(CompletionRequest request, Outcome outcome, String text) {
        return new Sample(
                request.key(),
                request.hash(),
                outcome,
                text,
                Optional.of(new FinishReason(FinishReason.Kind.STOP, "stop")),
                TokenUsage.of(12, 3),
                1,
                NOON,
                Duration.ofMillis(250),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Sample failed(CompletionRequest request, String error) {
        return new Sample(
                request.key(),
                request.hash(),
                Outcome.FAILED,
                "",
                Optional.empty(),
                TokenUsage.unknown(),
                8,
                NOON,
                Duration.ofSeconds(60),
                Optional.empty(),
                Optional.empty(),
                Optional.of(error));
    }

    static Sample everyFieldSet(CompletionRequest request) {
        return new Sample(
                request.key(),
                request.hash(),
                Outcome.BLOCKED,
                "Mango",
                Optional.of(new FinishReason(FinishReason.Kind.CONTENT_FILTER, "SAFETY")),
                new TokenUsage(OptionalLong.of(12), OptionalLong.of(30), OptionalLong.of(20), OptionalLong.of(0)),
                2,
                NOON.plusSeconds(2),
                Duration.ofNanos(1_234_567_890),
                Optional.of("gemini-2.5-flash-001"),
                Optional.of("req_1"),
                Optional.of("a filter held the answer back"));
    }
}
