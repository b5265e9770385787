package dev.slop.metrics.diversity;

import java.util.function.ToDoubleFunction;

/** A measure that is nothing but its formula. */
record Measure(String name, ToDoubleFunction<long[]> formula) implements DiversityMeasure {
    @Override
    public double of(long[] counts) {
        return formula.applyAsDouble(counts);
    }

    @Override
    public String toString() {
        return name;
    }
}
