package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.overlap.ModelsTogether;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The numbers that take all models of a prompt together, or why there are none. */
record AcrossModels(Map<ModelsTogether, Quantity> numbers, String reason) {
    AcrossModels {
        numbers = Collections.unmodifiableMap(
                numbers.isEmpty() ? new EnumMap<>(ModelsTogether.class) : new EnumMap<>(numbers));
    }

    static AcrossModels unavailable(String reason) {
        return new AcrossModels(Map.of(), reason);
    }

    Quantity get(ModelsTogether number) {
        return numbers.getOrDefault(number, Quantity.unavailable(reason));
    }

    Partition partition(ModelsTogether alpha, ModelsTogether beta, ModelsTogether gamma, ModelsTogether turnover) {
        return new Partition(get(alpha), get(beta), get(gamma), get(turnover));
    }
}
