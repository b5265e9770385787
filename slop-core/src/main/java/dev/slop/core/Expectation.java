package dev.slop.core;

import java.util.LinkedHashMap;
import java.util.Map;

/** The distribution that the answers to a prompt are held against. */
public sealed interface Expectation {
    /** Every value of the answer form equally often; needs a form with a stated range or list. */
    record Uniform() implements Expectation {}

    /**
     * Stated weights.
     *
     * <p>The constructor throws {@link IllegalArgumentException} if there is no weight, or one is not positive and finite.
     *
     * @param weights answer to weight, in stated order; weights are positive and are normalised
     */
    record Weights(Map<String, Double> weights) implements Expectation {
        public Weights {
            weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
            if (weights.isEmpty()) {
                throw new IllegalArgumentException("weights must not be empty");
            }
            weights.forEach((answer, weight) ->
                    Arguments.inClosedRange(weight, Double.MIN_NORMAL, Double.MAX_VALUE, "weight of '" + answer + "'"));
        }
    }
}
