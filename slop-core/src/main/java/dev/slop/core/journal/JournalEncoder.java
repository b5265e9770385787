package dev.slop.core.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.FinishReason;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.CompletionRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns what happened into lines of a journal, line feed included. {@link JournalLine} reads them. */
final class JournalEncoder {
    /** Goes up when an older reader would misunderstand a line; new fields alone do not raise it. */
    static final int VERSION = 1;

    static final String RUN = "run";
    static final String SENT = "sent";
    static final String RETRIED = "retried";

    private static final int NANO_DIGITS_OF_MILLIS = 6;

    /* Written as bytes, Jackson escapes each surrogate by itself, so unpaired ones survive, as UTF-8 would not let them. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JournalEncoder() {}

    static byte[] run(RunHeader run) {
        return line(event(RUN)
                .put("experiment", run.experiment())
                .put("slop", run.slopVersion())
                .put("at", run.at().toString()));
    }

    static byte[] sent(CompletionRequest request, int attempt, Instant at) {
        return line(draw(SENT, at, request.hash(), request.key(), attempt));
    }

    static byte[] retried(
            CompletionRequest request,
            int attempt,
            Instant at,
            String error,
            boolean perhapsBilled,
            Optional<Duration> retryAfter) {
        ObjectNode line =
                draw(RETRIED, at, request.hash(), request.key(), attempt).put("error", error);
        if (perhapsBilled) {
            line.put("perhapsBilled", true);
        }
        retryAfter.ifPresent(wait -> line.put("retryAfterMs", millis(wait)));
        return line(line);
    }

    static byte[] finished(Sample sample, Optional<String> raw) {
        String event = JournalNames.of(sample.outcome());
        ObjectNode line = draw(event, sample.at(), sample.requestHash(), sample.key(), sample.attempt())
                .put("text", sample.text());
        sample.finishReason().ifPresent(reason -> finishReason(line, reason));
        usage(line, sample.usage());
        line.put("latencyMs", millis(sample.latency()));
        sample.modelVersion().ifPresent(version -> line.put("modelVersion", version));
        sample.requestId().ifPresent(id -> line.put("requestId", id));
        sample.error().ifPresent(error -> line.put("error", error));
        raw.ifPresent(body -> line.put("raw", body));
        return line(line);
    }

    private static ObjectNode event(String event) {
        return JSON.createObjectNode().put("v", VERSION).put("event", event);
    }

    private static ObjectNode draw(String event, Instant at, String hash, SampleKey key, int attempt) {
        return event(event)
                .put("key", hash)
                .put("model", key.model().toString())
                .put("prompt", key.prompt())
                .put("variant", key.variant())
                .put("index", key.index())
                .put("attempt", attempt)
                .put("at", at.toString());
    }

    private static void finishReason(ObjectNode line, FinishReason reason) {
        line.putObject("finishReason")
                .put("kind", JournalNames.of(reason.kind()))
                .put("raw", reason.raw());
    }

    private static void usage(ObjectNode line, TokenUsage usage) {
        ObjectNode node = JSON.createObjectNode();
        put(node, "input", usage.input());
        put(node, "output", usage.output());
        put(node, "reasoning", usage.reasoning());
        put(node, "cachedInput", usage.cachedInput());
        if (!node.isEmpty()) {
            line.set("usage", node);
        }
    }

    private static void put(ObjectNode node, String name, OptionalLong value) {
        value.ifPresent(v -> node.put(name, v));
    }

    /** Exact to the nanosecond, and whole milliseconds without a fraction. */
    private static BigDecimal millis(Duration duration) {
        BigDecimal nanos = BigDecimal.valueOf(duration.getNano(), NANO_DIGITS_OF_MILLIS);
        return BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(3)
                .add(nanos)
                .stripTrailingZeros();
    }

    private static byte[] line(ObjectNode node) {
        try {
            byte[] json = JSON.writeValueAsBytes(node);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always written", e);
        }
    }
}
