package dev.slop.core.config;

import dev.slop.core.ConfigurationException;
import dev.slop.core.EmbeddingSpec;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads where embeddings come from out of one word or one line: {@code minilm}; {@code file:PATH}; {@code
 * provider/model}, as in {@code openai/text-embedding-3-small}; or what stands under {@code embeddings} in an experiment,
 * in braces.
 */
public final class EmbeddingOption {
    private static final String FILE = "file:";

    private EmbeddingOption() {}

    /**
     * Reads the text.
     *
     * @param name what it is called in errors, for example {@code --embeddings}
     * @param text as a user types it
     * @return where embeddings come from; paths start at the working directory
     * @throws ConfigurationException if the text is not right; the message begins with {@code name:line:column}
     */
    public static EmbeddingSpec parse(String name, String text) {
        return EmbeddingReader.read(
                new Source(name, section(text.strip()).getBytes(StandardCharsets.UTF_8)).root(), Set.of());
    }

    private static String section(String text) {
        if (text.startsWith("{")) {
            return text;
        }
        if (text.startsWith(FILE)) {
            return "{source: file, path: " + quoted(text.substring(FILE.length())) + "}";
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? "{source: " + quoted(text) + "}"
                : "{source: " + quoted(text.substring(0, slash)) + ", model: " + quoted(text.substring(slash + 1))
                        + "}";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
