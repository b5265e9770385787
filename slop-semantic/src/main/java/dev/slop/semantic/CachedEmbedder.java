package dev.slop.semantic;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.TextEmbedder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Embeds no text twice. Rows are kept in memory by the SHA-256 of the text's UTF-16 units, about 1.6 kB each with 384
 * dimensions, for as long as this object lives; the texts themselves are not kept.
 */
public final class CachedEmbedder implements TextEmbedder {
    private final TextEmbedder embedder;
    private final Map<HashCode, float[]> rows = new ConcurrentHashMap<>();

    private CachedEmbedder(TextEmbedder embedder) {
        this.embedder = embedder;
    }

    /**
     * {@return an embedder that remembers}
     *
     * @param embedder what embeds the texts that are new
     */
    public static CachedEmbedder of(TextEmbedder embedder) {
        return new CachedEmbedder(embedder);
    }

    @Override
    public String name() {
        return embedder.name();
    }

    @Override
    public OptionalDouble sameMeaning() {
        return embedder.sameMeaning();
    }

    @Override
    public Embeddings embed(List<String> texts) {
        List<HashCode> keys = texts.stream()
                .map(text -> Hashing.sha256().hashUnencodedChars(text))
                .toList();
        Map<HashCode, String> missing = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!rows.containsKey(keys.get(i))) {
                missing.put(keys.get(i), texts.get(i));
            }
        }
        if (!missing.isEmpty()) {
            learn(missing);
        }
        return Embeddings.of(keys.stream().map(rows::get).toList());
    }

    private void learn(Map<HashCode, String> missing) {
        Embeddings embedded = embedder.embed(new ArrayList<>(missing.values()));
        int i = 0;
        for (HashCode key : missing.keySet()) {
            rows.put(key, embedded.row(i++));
        }
    }
}
