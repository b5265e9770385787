package dev.slop.core.config;

import dev.slop.core.EmbeddingSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads {@code embeddings}. */
final class EmbeddingReader {
    private static final String IN_PROCESS = "minilm";

    private EmbeddingReader() {}

    static EmbeddingSpec read(Field field) {
        Section section = field.section(Keys.EMBEDDINGS);
        section.require("source").word(List.of(IN_PROCESS));
        return new EmbeddingSpec(
                new EmbeddingSpec.InProcess(),
                section.find("same-meaning")
                        .map(f -> OptionalDouble.of(cosine(f)))
                        .orElse(OptionalDouble.empty()));
    }

    private static double cosine(Field field) {
        return field.decimal("a cosine above 0 and up to 1", v -> v.doubleValue() > 0 && v.doubleValue() <= 1)
                .doubleValue();
    }

    /** {@return what the file says of it} */
    static Map<String, Object> format(EmbeddingSpec spec) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", IN_PROCESS);
        spec.sameMeaning().ifPresent(v -> map.put("same-meaning", v));
        return map;
    }
}
