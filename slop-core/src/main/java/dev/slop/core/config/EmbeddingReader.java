package dev.slop.core.config;

import dev.slop.core.EmbeddingSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Reads {@code embeddings}. */
final class EmbeddingReader {
    private static final String IN_PROCESS = "minilm";
    private static final String STORED = "file";

    /** Keys that belong to any source. */
    private static final List<String> COMMON = List.of("source", "same-meaning");

    private EmbeddingReader() {}

    static EmbeddingSpec read(Field field) {
        Section section = field.section(Keys.EMBEDDINGS);
        return new EmbeddingSpec(
                source(section),
                section.find("same-meaning")
                        .map(f -> OptionalDouble.of(cosine(f)))
                        .orElse(OptionalDouble.empty()));
    }

    private static EmbeddingSpec.Source source(Section section) {
        String source = section.require("source").word(List.of(IN_PROCESS, STORED));
        if (source.equals(IN_PROCESS)) {
            allow(section, source, List.of());
            return new EmbeddingSpec.InProcess();
        }
        allow(section, source, List.of("path", "texts"));
        return new EmbeddingSpec.Stored(
                section.require("path").path(), section.find("texts").map(Field::path));
    }

    private static void allow(Section section, String source, List<String> keys) {
        for (String key : Keys.EMBEDDINGS) {
            if (!COMMON.contains(key) && !keys.contains(key)) {
                section.find(key).ifPresent(field -> {
                    throw field.error("says nothing with source: " + source);
                });
            }
        }
    }

    private static double cosine(Field field) {
        return field.decimal("a cosine above 0 and up to 1", v -> v.doubleValue() > 0 && v.doubleValue() <= 1)
                .doubleValue();
    }

    /** {@return what the file says of it} */
    static Map<String, Object> format(EmbeddingSpec spec, Function<Path, String> path) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (spec.source() instanceof EmbeddingSpec.Stored stored) {
            map.put("source", STORED);
            map.put("path", path.apply(stored.path()));
            stored.texts().ifPresent(texts -> map.put("texts", path.apply(texts)));
        } else {
            map.put("source", IN_PROCESS);
        }
        spec.sameMeaning().ifPresent(v -> map.put("same-meaning", v));
        return map;
    }
}
