package dev.slop.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.slop.core.ConfigurationException;
import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.SampleKey;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.RateLimitHeaders;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recorded answers, read from JSON Lines: rows of answers ({@code prompt_id}, {@code prompt}, {@code model},
 * {@code index}, {@code text}) or of a journal ({@code event}, {@code prompt}, {@code model}, {@code variant},
 * {@code index}, {@code text}).
 */
final class ReplayFile {
    /** Outcomes by the journal's word; {@code run}, {@code sent} and {@code failed} hold no answer. */
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "answered", Outcome.ANSWERED,
            "refused", Outcome.REFUSED,
            "blocked", Outcome.BLOCKED,
            "truncated", Outcome.TRUNCATED);

    private final String file;
    private final Map<ReplayKey, Completion> answers = new HashMap<>();
    private final Map<ReplayKey, Integer> nextIndex = new HashMap<>();
    private int line;
    private boolean journal;

    private ReplayFile(String file) {
        this.file = file;
    }

    /** The answers, each under the prompt's id and under its text where the row holds both. */
    static Map<ReplayKey, Completion> read(String file, BufferedReader reader) throws IOException {
        ReplayFile result = new ReplayFile(file);
        for (String row = reader.readLine(); row != null; row = reader.readLine()) {
            result.line++;
            if (!row.isBlank()) {
                result.add(row);
            }
        }
        if (result.answers.isEmpty()) {
            throw new ConfigurationException(file + ": holds no answer");
        }
        return result.answers;
    }

    private void add(String row) {
        JsonNode node;
        try {
            node = Json.parseObject(line == 1 && row.startsWith("\uFEFF") ? row.substring(1) : row);
        } catch (JsonProcessingException e) {
            if (journal) {
                return; // Where a process was killed its journal holds a torn line.
            }
            throw wrong("is not a JSON object");
        }
        if (node.has("event")) {
            journal = true;
            addJournalled(node);
        } else {
            addAnswer(node);
        }
    }

    private void addJournalled(JsonNode row) {
        Outcome outcome = OUTCOMES.get(required(row, "event"));
        if (outcome != null) {
            // A prompt that was edited is asked anew under the same id and index: its last answer counts.
            answers.put(key(row, required(row, "prompt"), index(row, 0)), completion(row, outcome));
        }
    }

    private void addAnswer(JsonNode row) {
        Optional<String> id = Json.word(row, "prompt_id");
        Optional<String> text = Json.word(row, "prompt");
        String prompt = id.or(() -> text).orElseThrow(() -> wrong("prompt_id: is missing, and so is prompt"));
        ReplayKey any = key(row, prompt, 0);
        int index = index(row, nextIndex.getOrDefault(any, 0));
        nextIndex.merge(any, index + 1, Math::max);
        Completion answer = completion(row, Outcome.ANSWERED);
        if (answers.put(key(row, prompt, index), answer) != null) {
            throw wrong("index: a second answer of " + any.model() + " to '" + prompt + "' with index " + index);
        }
        text.ifPresent(t -> answers.put(key(row, t, index), answer));
    }

    private ReplayKey key(JsonNode row, String prompt, int index) {
        String variant = Json.word(row, "variant").orElse(SampleKey.DEFAULT_VARIANT);
        return new ReplayKey(required(row, "model"), prompt, variant, index);
    }

    private Completion completion(JsonNode row, Outcome outcome) {
        String text = Json.text(row, "text").orElseThrow(() -> wrong("text: is missing or not text"));
        return new Completion(
                outcome,
                text,
                finishReason(row.path("finishReason"), outcome),
                usage(row.path("usage")),
                Json.word(row, "modelVersion"),
                Json.word(row, "requestId"),
                Json.word(row, "error"),
                RateLimitHeaders.none(),
                Optional.empty());
    }

    private static FinishReason finishReason(JsonNode reason, Outcome outcome) {
        String raw = Json.text(reason, "raw").orElse("");
        return Arrays.stream(FinishReason.Kind.values())
                .filter(kind -> kind.name()
                        .equalsIgnoreCase(reason.path("kind").asText().replace('-', '_')))
                .findFirst()
                .map(kind -> new FinishReason(kind, raw))
                .orElseGet(() -> Finish.of(outcome, raw));
    }

    private static TokenUsage usage(JsonNode usage) {
        return new TokenUsage(
                Json.count(usage, "input"),
                Json.count(usage, "output"),
                Json.count(usage, "reasoning"),
                Json.count(usage, "cachedInput"));
    }

    private int index(JsonNode row, int byDefault) {
        JsonNode value = row.path("index");
        if (value.isMissingNode()) {
            return byDefault;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw wrong("index: must be a whole number from 0, not " + value);
        }
        return value.intValue();
    }

    private String required(JsonNode row, String field) {
        return Json.word(row, field).orElseThrow(() -> wrong(field + ": is missing or not text"));
    }

    private ConfigurationException wrong(String what) {
        return new ConfigurationException(file + ":" + line + ": " + what);
    }
}
