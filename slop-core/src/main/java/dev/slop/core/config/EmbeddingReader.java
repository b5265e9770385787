package dev.slop.core.config;

import dev.slop.core.EmbeddingSpec;
import dev.slop.core.ModelId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads {@code embeddings}. */
final class EmbeddingReader {
    private static final String IN_PROCESS = "minilm";
    private static final String STORED = "file";
    /** Those of the built-in providers that give embeddings. */
    private static final List<String> BUILT_IN = List.of("openai", "ollama");

    /** Keys of any source. */
    private static final Set<String> COMMON = Set.of("source", "same-meaning");
    /** Keys of a file; all others are of a provider. */
    private static final Set<String> OF_FILE = Set.of("path", "texts");

    private EmbeddingReader() {}

    static EmbeddingSpec read(Field field, Set<String> providers) {
        field.mapping().forEach((name, entry) -> ProviderReader.refuseKey(field, name, entry));
        Section section = field.section(Keys.EMBEDDINGS);
        return new EmbeddingSpec(
                source(section, providers),
                section.find("same-meaning")
                        .map(f -> OptionalDouble.of(cosine(f)))
                        .orElse(OptionalDouble.empty()));
    }

    private static EmbeddingSpec.Source source(Section section, Set<String> providers) {
        List<String> known = new ArrayList<>(List.of(IN_PROCESS, STORED));
        known.addAll(BUILT_IN);
        new TreeSet<>(providers).stream().filter(id -> !known.contains(id)).forEach(known::add);
        String source = section.require("source").word(known);
        refuseOthers(section, source);
        return switch (source) {
            case IN_PROCESS -> new EmbeddingSpec.InProcess();
            case STORED ->
                new EmbeddingSpec.Stored(
                        section.require("path").path(), section.find("texts").map(Field::path));
            default -> served(section, source);
        };
    }

    private static EmbeddingSpec.Served served(Section section, String provider) {
        return new EmbeddingSpec.Served(
                new ModelId(provider, section.require("model").filledText()),
                section.find("base-url").map(ProviderReader::baseUrl),
                section.find("key-env").map(ProviderReader::variable),
                section.find("allow-insecure")
                        .map(f -> f.word(List.of("true", "false")).equals("true"))
                        .orElse(false),
                section.count("dimensions"),
                section.count("batch"));
    }

    /** A key that says nothing with this source is a mistake that would go unnoticed. */
    private static void refuseOthers(Section section, String source) {
        for (String key : Keys.EMBEDDINGS) {
            boolean fits = COMMON.contains(key)
                    || (!source.equals(IN_PROCESS) && OF_FILE.contains(key) == source.equals(STORED));
            if (!fits) {
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
        if (spec.source() instanceof EmbeddingSpec.Served served) {
            put(map, served);
        } else if (spec.source() instanceof EmbeddingSpec.Stored stored) {
            map.put("source", STORED);
            map.put("path", path.apply(stored.path()));
            stored.texts().ifPresent(texts -> map.put("texts", path.apply(texts)));
        } else {
            map.put("source", IN_PROCESS);
        }
        spec.sameMeaning().ifPresent(v -> map.put("same-meaning", v));
        return map;
    }

    private static void put(Map<String, Object> map, EmbeddingSpec.Served served) {
        map.put("source", served.model().provider());
        map.put("model", served.model().name());
        served.baseUrl().ifPresent(v -> map.put("base-url", v.toString()));
        served.keyEnv().ifPresent(v -> map.put("key-env", v));
        if (served.allowInsecure()) {
            map.put("allow-insecure", true);
        }
        served.dimensions().ifPresent(v -> map.put("dimensions", v));
        served.batch().ifPresent(v -> map.put("batch", v));
    }
}
