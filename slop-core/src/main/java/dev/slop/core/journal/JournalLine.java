package dev.slop.core.journal;

import dev.slop.core.FinishReason;
import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.TokenUsage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal as it stands there; {@link JournalEncoder} writes them. Fields that a later slop added are
 * ignored. The conversions throw {@link IllegalArgumentException}, {@link ArithmeticException} or
 * {@link java.time.DateTimeException} with the reason if the line does not say what it must.
 */
record JournalLine(
        @Nullable Integer v,
        @Nullable String event,
        @Nullable String at,
        @Nullable String experiment,
        @Nullable String slop,
        @Nullable String key,
        @Nullable String model,
        @Nullable String prompt,
        @Nullable String variant,
        @Nullable Integer index,
        @Nullable Integer attempt,
        @Nullable String text,
        @Nullable Reason finishReason,
        @Nullable Usage usage,
        @Nullable BigDecimal latencyMs,
        @Nullable String modelVersion,
        @Nullable String requestId,
        @Nullable String error,
        @Nullable Boolean perhapsBilled) {
    private static final int NANOS_PER_MILLI_DIGITS = 6;
    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    record Reason(@Nullable String kind, @Nullable String raw) {
        private static final Map<String, FinishReason.Kind> KINDS = JournalNames.table(FinishReason.Kind.class);

        /** A kind that a later slop tells apart is no damage. */
        FinishReason toFinishReason() {
            FinishReason.Kind known = KINDS.getOrDefault(kind == null ? "" : kind, FinishReason.Kind.OTHER);
            return new FinishReason(known, raw == null ? "" : raw);
        }
    }

    record Usage(
            @Nullable Long input,
            @Nullable Long output,
            @Nullable Long reasoning,
            @Nullable Long cachedInput) {
        TokenUsage toTokenUsage() {
            return new TokenUsage(optional(input), optional(output), optional(reasoning), optional(cachedInput));
        }

        private static OptionalLong optional(@Nullable Long value) {
            return value == null ? OptionalLong.empty() : OptionalLong.of(value);
        }
    }

    boolean isPerhapsBilled() {
        return Boolean.TRUE.equals(perhapsBilled);
    }

    int version() {
        return required(v, "v");
    }

    String eventName() {
        return required(event, "event");
    }

    String hash() {
        return required(key, "key");
    }

    RunHeader toRun() {
        return new RunHeader(required(experiment, "experiment"), required(slop, "slop"), instant());
    }

    SampleKey toKey(Function<String, ModelId> models) {
        return new SampleKey(
                required(prompt, "prompt"),
                models.apply(required(model, "model")),
                required(variant, "variant"),
                required(index, "index"));
    }

    Sample toSample(Outcome outcome, Function<String, ModelId> models) {
        return new Sample(
                toKey(models),
                hash(),
                outcome,
                required(text, "text"),
                Optional.ofNullable(finishReason).map(Reason::toFinishReason),
                usage == null ? TokenUsage.unknown() : usage.toTokenUsage(),
                required(attempt, "attempt"),
                instant(),
                duration(required(latencyMs, "latencyMs")),
                Optional.ofNullable(modelVersion),
                Optional.ofNullable(requestId),
                Optional.ofNullable(error));
    }

    private Instant instant() {
        return Instant.parse(required(at, "at"));
    }

    private static Duration duration(BigDecimal millis) {
        // Refuses 1e999999999 and its like before they are written out in digits.
        if (millis.precision() > Long.SIZE || Math.abs((long) millis.scale()) > Long.SIZE) {
            throw new IllegalArgumentException("'latencyMs' is out of range");
        }
        BigInteger[] parts =
                millis.movePointRight(NANOS_PER_MILLI_DIGITS).toBigInteger().divideAndRemainder(NANOS_PER_SECOND);
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("field '" + field + "' is missing");
        }
        return value;
    }
}
