package dev.slop.report.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slop.core.ConfigurationException;
import dev.slop.report.input.ReadOptions.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a file's format from its beginning; its name says nothing. */
final class FormatGuess {
    /** Lines looked at for one that is whole: a journal's first line may be damaged. */
    private static final int LINES = 20;

    private static final String SEPARATORS = ",;\t";

    private FormatGuess() {}

    /**
     * {@return the format}
     *
     * @param name of the file, for messages
     * @param head how the file begins
     * @param options which columns are named
     */
    static Format of(String name, String head, ReadOptions options) {
        String start = head.stripLeading();
        if (start.isEmpty()) {
            throw new ConfigurationException(name + ": is empty");
        }
        if (start.startsWith("[")) {
            return Format.JSON;
        }
        return start.startsWith("{") ? json(start) : table(start, options);
    }

    /** A header has several columns, or one that is named or looks like an answer; else it is an answer itself. */
    private static Format table(String start, ReadOptions options) {
        String first = start.lines().findFirst().orElse("");
        boolean several = first.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0);
        boolean named = Columns.of(options, List.of(first.strip())).isPresent();
        return several || named ? Format.CSV : Format.TEXT;
    }

    private static Format json(String start) {
        List<JsonNode> whole = new ArrayList<>();
        start.lines().limit(LINES).forEach(line -> {
            try {
                whole.add(JsonLinesRows.parse(line));
            } catch (UnreadableRowException e) {
                // One of many lines may be damaged, and a document may stand on many lines.
            }
        });
        if (whole.stream()
                .anyMatch(node -> node.path("v").isInt() && node.path("event").isTextual())) {
            return Format.JOURNAL;
        }
        Format document = document(start);
        if (document != Format.AUTO) {
            return document;
        }
        return whole.stream()
                .map(FormatGuess::record)
                .filter(format -> format != Format.JSONL)
                .findFirst()
                .orElse(Format.JSONL);
    }

    private static Format record(JsonNode node) {
        if (NoveltyBench.fits(node)) {
            return Format.NOVELTYBENCH;
        }
        if (VerbalizedSampling.fits(node)) {
            return Format.VERBALIZED_SAMPLING;
        }
        if (DatBench.fits(node)) {
            return Format.DAT_BENCH;
        }
        if (LmEvaluationHarness.fits(node)) {
            return Format.LM_EVAL;
        }
        return OpenAiBatch.fits(node) ? Format.OPENAI_BATCH : Format.JSONL;
    }

    /** {@return the format of a file that is one JSON object; {@code AUTO} if it is not known to be one} */
    private static Format document(String start) {
        Map<String, List<String>> fields = fields(start);
        if (fields.getOrDefault("results", List.of()).contains("results")
                || (fields.containsKey("evalId") && fields.containsKey("results"))) {
            return Format.PROMPTFOO;
        }
        if (fields.getOrDefault("eval", List.of()).contains("model")) {
            return Format.INSPECT;
        }
        if (fields.values().stream().anyMatch(inner -> inner.contains("samples"))) {
            return Format.SLOP_SCORE;
        }
        return !fields.isEmpty() && fields.keySet().stream().allMatch(LlmRandom::fits) ? Format.LLMRANDOM : Format.AUTO;
    }

    /** {@return the fields of the first object and of the objects in it, as far as the beginning shows them} */
    private static Map<String, List<String>> fields(String start) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try (JsonParser parser = new JsonMapper().createParser(start)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                List<String> inner = new ArrayList<>();
                fields.put(parser.currentName(), inner);
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        inner.add(parser.currentName());
                        parser.nextToken();
                        parser.skipChildren();
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            // The beginning ends somewhere within the document.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }
}
