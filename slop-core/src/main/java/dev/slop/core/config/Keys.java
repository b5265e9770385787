package dev.slop.core.config;

import java.util.List;
import java.util.stream.Stream;

/** The keys of the file. */
final class Keys {
    static final List<String> EXPERIMENT = List.of(
            "name",
            "models",
            "samples",
            "until",
            "clean",
            "prompts",
            "variants",
            "parameters",
            "limits",
            "budget",
            "prices",
            "embeddings",
            "providers");
    static final List<String> PROMPT =
            List.of("id", "text", "system", "samples", "until", "clean", "same", "answer", "expect");
    static final List<String> CLEAN = List.of("without", "with", "order");
    static final List<String> UNTIL = List.of("coverage", "distinct-width", "max-samples", "batch", "min-samples");
    static final List<String> PARAMETERS =
            List.of("temperature", "top-p", "top-k", "max-output-tokens", "seed", "reasoning-effort", "stop");
    /** Of a variant; the parameters stand beside them. */
    static final List<String> VARIANT = Stream.concat(Stream.of("id", "system", "ask", "count"), PARAMETERS.stream())
            .toList();

    static final List<String> LIMITS = List.of(
            "requests-per-minute",
            "tokens-per-minute",
            "input-tokens-per-minute",
            "output-tokens-per-minute",
            "in-flight");
    static final List<String> EMBEDDINGS = List.of(
            "source",
            "same-meaning",
            "path",
            "texts",
            "model",
            "base-url",
            "key-env",
            "allow-insecure",
            "dimensions",
            "batch");
    static final List<String> BUDGET = List.of("usd", "tokens", "requests");

    /** Of a row of a price list. */
    static final List<String> PRICE = List.of("model", "input", "output", "cached", "input-up-to", "date", "source");

    /** Of a provider; all other keys are options of its type. */
    static final List<String> PROVIDER = List.of("type", "base-url", "key-env", "directory");

    private Keys() {}
}
