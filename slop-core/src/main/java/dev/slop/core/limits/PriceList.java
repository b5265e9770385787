package dev.slop.core.limits;

import dev.slop.core.ModelId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What models cost, as far as it is known. A row is for one model, {@code provider/model}, or for all models of a
 * provider, {@code provider/*}; the model's own counts first. Where lists are joined, a row of the first one counts
 * before any of the second.
 */
public final class PriceList {
    private static final PriceList NONE = new PriceList(List.of());

    private final List<Map<String, Price>> layers;

    private PriceList(List<Map<String, Price>> layers) {
        this.layers = layers;
    }

    /** {@return a list that knows no price} */
    public static PriceList none() {
        return NONE;
    }

    /**
     * {@return a list of these rows}
     *
     * @param rows by {@code provider/model} or {@code provider/*}
     */
    public static PriceList of(Map<String, Price> rows) {
        return new PriceList(List.of(Map.copyOf(rows)));
    }

    /**
     * {@return this list, and another one for what this one does not know}
     *
     * @param second asked after this
     */
    public PriceList or(PriceList second) {
        return new PriceList(Stream.concat(layers.stream(), second.layers.stream())
                .filter(layer -> !layer.isEmpty())
                .toList());
    }

    /**
     * {@return this list without what it says of a provider's models}
     *
     * @param provider id of the provider
     */
    public PriceList without(String provider) {
        return new PriceList(layers.stream()
                .map(layer -> layer.entrySet().stream()
                        .filter(row -> !row.getKey().startsWith(provider + "/"))
                        .collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)))
                .toList());
    }

    /**
     * {@return what a model costs; empty if it is not known}
     *
     * @param model which
     */
    public Optional<Price> of(ModelId model) {
        return layers.stream().flatMap(layer -> row(layer, model).stream()).findFirst();
    }

    private static Optional<Price> row(Map<String, Price> layer, ModelId model) {
        return Optional.ofNullable(layer.get(model.toString()))
                .or(() -> Optional.ofNullable(layer.get(model.provider() + "/*")));
    }
}
