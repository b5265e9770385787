package dev.slop.metrics.overlap;

import dev.slop.metrics.inference.PairStatistics;
import dev.slop.metrics.inference.SampleCounts;
import java.util.List;

/** Several measures of two models, from one pass over the answers that both gave. */
record OverlapStatistics(List<OverlapMeasure> measures, boolean information) implements PairStatistics {
    static OverlapStatistics of(List<OverlapMeasure> measures) {
        return new OverlapStatistics(measures, measures.stream().anyMatch(OverlapMeasure::needsInformation));
    }

    @Override
    public void evaluate(SampleCounts a, SampleCounts b, int[] shared, double[] into) {
        PairSums sums = PairSums.of(a, b, shared, information);
        for (int i = 0; i < into.length; i++) {
            into[i] = measures.get(i).of(sums);
        }
    }
}
