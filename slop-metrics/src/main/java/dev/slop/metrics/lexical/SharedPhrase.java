package dev.slop.metrics.lexical;

import java.util.List;

/**
 * A run of words that several models wrote verbatim.
 *
 * @param phrase its words, parted by spaces
 * @param words how many words it has
 * @param texts how many texts have it
 * @param models the models that wrote it, by name
 */
public record SharedPhrase(String phrase, int words, int texts, List<String> models) {
    public SharedPhrase {
        models = List.copyOf(models);
    }
}
