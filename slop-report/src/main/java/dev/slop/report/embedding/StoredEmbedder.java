package dev.slop.report.embedding;

import dev.slop.core.ConfigurationException;
import dev.slop.core.EmbeddingSpec;
import dev.slop.metrics.vector.EmbeddingException;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.TextEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives the embeddings of a file, which is read when the first is needed: it may be made of the answers of a run. A text
 * that it lacks is an error: nothing is made up.
 */
final class StoredEmbedder implements TextEmbedder {
    private final EmbeddingSpec.Stored source;
    private @Nullable StoredVectors vectors;

    StoredEmbedder(EmbeddingSpec.Stored source) {
        this.source = source;
    }

    /**
     * Reads the file, once.
     *
     * @throws ConfigurationException if it is not right; the message names file, line or row, and field
     */
    synchronized StoredVectors read() {
        if (vectors == null) {
            vectors = read(source);
        }
        return vectors;
    }

    private static StoredVectors read(EmbeddingSpec.Stored source) {
        Path file = source.path();
        boolean isNumpy = String.valueOf(file.getFileName()).endsWith(".npy");
        if (!isNumpy && source.texts().isPresent()) {
            throw new ConfigurationException(
                    "embeddings.texts: only a file that ends in .npy needs the texts apart, not " + file);
        }
        StoredVectors vectors = isNumpy ? NumpyVectors.read(file, source.texts()) : JsonLinesVectors.read(file);
        if (vectors.size() == 0) {
            throw new ConfigurationException(file + ": holds no embedding");
        }
        return vectors;
    }

    @Override
    public String name() {
        return "embeddings of " + source.path().getFileName();
    }

    @Override
    public Embeddings embed(List<String> texts) {
        StoredVectors stored = read();
        List<float[]> rows = new ArrayList<>(texts.size());
        List<String> missing = new ArrayList<>();
        for (String text : texts) {
            Optional<float[]> row = stored.find(text);
            row.ifPresentOrElse(rows::add, () -> missing.add(text));
        }
        if (!missing.isEmpty()) {
            throw new EmbeddingException(source.path() + ": " + missing.size() + " of " + texts.size()
                    + " texts have no embedding, the first is '" + StoredVectors.shown(missing.get(0)) + "'");
        }
        return Embeddings.of(rows);
    }
}
