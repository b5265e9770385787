package dev.slop.core;

import java.util.Comparator;

/**
 * A model as slop names it: {@code provider/model}, for example {@code gemini/gemini-2.5-flash}.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a part is blank, or the provider holds a slash.
 *
 * @param provider id of the provider, without a slash
 * @param name the provider's own name of the model; may hold further slashes
 */
public record ModelId(String provider, String name) implements Comparable<ModelId> {
    private static final Comparator<ModelId> ORDER =
            Comparator.comparing(ModelId::provider).thenComparing(ModelId::name);

    public ModelId {
        Arguments.notBlank(provider, "provider");
        Arguments.notBlank(name, "model name");
        if (provider.indexOf('/') >= 0) {
            throw new IllegalArgumentException("provider must not hold a slash: " + provider);
        }
    }

    /**
     * Reads {@code provider/model}; the first slash divides.
     *
     * @param text the id as a user writes it
     * @return the id
     * @throws IllegalArgumentException if there is no provider or no model
     */
    public static ModelId parse(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new IllegalArgumentException("model must be written provider/model: '" + text + "'");
        }
        return new ModelId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(ModelId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return provider + "/" + name;
    }
}
