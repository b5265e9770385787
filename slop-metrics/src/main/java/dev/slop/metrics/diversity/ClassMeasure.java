package dev.slop.metrics.diversity;

import java.util.function.ToDoubleFunction;

/** A measure that is nothing but its formula, of how many answers share each count. */
record ClassMeasure(String name, ToDoubleFunction<CountsOfCounts> formula) implements DiversityMeasure {
    @Override
    public double of(long[] counts) {
        return of(CountsOfCounts.of(counts));
    }

    double of(CountsOfCounts classes) {
        return formula.applyAsDouble(classes);
    }

    @Override
    public String toString() {
        return name;
    }
}
