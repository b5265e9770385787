package dev.slop.metrics.diversity;

import java.util.List;

/** Several measures of the same counts. */
final class JointMeasures {
    private final List<DiversityMeasure> measures;

    JointMeasures(List<? extends DiversityMeasure> measures) {
        this.measures = List.copyOf(measures);
    }

    void compute(long[] counts, double[] into) {
        CountsOfCounts classes = CountsOfCounts.of(counts);
        for (int i = 0; i < into.length; i++) {
            into[i] = orNaN(measures.get(i), counts, classes);
        }
    }

    private static double orNaN(DiversityMeasure measure, long[] counts, CountsOfCounts classes) {
        try {
            return measure instanceof ClassMeasure ofClasses ? ofClasses.of(classes) : measure.of(counts);
        } catch (UndefinedMeasureException undefined) {
            return Double.NaN;
        }
    }
}
