package dev.slop.report.embedding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slop.core.provider.PackedFloats;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the vectors of one model, in memory and in a file of JSON Lines that is only ever added to:
 *
 * <pre>{"v":1,"model":"openai/text-embedding-3-small …","text":"&lt;SHA-256&gt;","embedding":"&lt;base64 of floats&gt;"}</pre>
 *
 * <p>The hash is of the model's identity and the text, so that no other model's vector is taken for it; the texts are not
 * in the file. A batch is one write and is on the disk when {@link #keep} returns. Each write begins with a line feed: a
 * line that a crash cut off stays a line of its own, which is passed over, and costs no later one. Several processes may
 * write to one file.
 */
final class EmbeddingCache {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int VERSION = 1;

    private final Optional<Path> file;
    private final String model;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();
    private int damaged;

    private EmbeddingCache(Optional<Path> file, String model) {
        this.file = file;
        this.model = model;
    }

    /**
     * Opens a cache with what its file holds of the model.
     *
     * @throws dev.slop.core.ConfigurationException if the file cannot be read
     */
    static EmbeddingCache open(Optional<Path> file, String model) {
        EmbeddingCache cache = new EmbeddingCache(file, model);
        file.filter(Files::exists).ifPresent(path -> TextFile.forEachLine(path, (place, line) -> cache.load(line)));
        return cache;
    }

    private void load(String line) {
        if (line.isBlank()) {
            return;
        }
        try {
            JsonNode row = JSON.readTree(line);
            if (row.path("v").asInt() == VERSION && row.path("model").asText().equals(model)) {
                vectors.put(
                        row.path("text").asText(),
                        PackedFloats.unpack(row.path("embedding").asText()));
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            damaged++;
        }
    }

    /** {@return lines of the file that a crash cut off or that are damaged} */
    int damaged() {
        return damaged;
    }

    Optional<Path> file() {
        return file;
    }

    float @Nullable [] find(String text) {
        return vectors.get(hash(text));
    }

    /**
     * Keeps vectors for good.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    void keep(List<String> texts, List<float[]> rows) {
        StringBuilder lines = new StringBuilder("\n");
        for (int i = 0; i < rows.size(); i++) {
            String hash = hash(texts.get(i));
            vectors.put(hash, rows.get(i));
            lines.append(JSON.createObjectNode()
                            .put("v", VERSION)
                            .put("model", model)
                            .put("text", hash)
                            .put("embedding", PackedFloats.pack(rows.get(i))))
                    .append('\n');
        }
        file.ifPresent(path -> append(path, lines.toString()));
    }

    /* A stream and not a FileChannel, which an interrupt of the writing thread would close. */
    private static void append(Path path, String lines) {
        try (FileOutputStream out = new FileOutputStream(path.toFile(), true)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": embeddings cannot be written: " + e.getMessage(), e);
        }
    }

    private String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((model + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
