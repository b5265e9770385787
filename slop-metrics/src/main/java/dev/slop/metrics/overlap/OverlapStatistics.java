package dev.slop.metrics.overlap;

import dev.slop.metrics.inference.PairStatistics;
import java.util.List;

/** Several measures of two models, from one pass over their counts. */
record OverlapStatistics(List<OverlapMeasure> measures, boolean information) implements PairStatistics {
    static OverlapStatistics of(List<OverlapMeasure> measures) {
        return new OverlapStatistics(measures, measures.stream().anyMatch(OverlapMeasure::needsInformation));
    }

    @Override
    public void evaluate(long[] a, long[] b, int[] cells, double[] into) {
        PairSums sums = PairSums.of(a, b, cells, information);
        for (int i = 0; i < into.length; i++) {
            into[i] = measures.get(i).of(sums);
        }
    }
}
