package dev.slop.metrics.analysis;

import dev.slop.metrics.analysis.ModelDetail.RarefactionPoint;
import dev.slop.metrics.diversity.Coverage;
import dev.slop.metrics.diversity.Rarefaction;
import java.util.List;
import java.util.stream.LongStream;

/** The accumulation curve of one model from 1 to 2n answers, in at most 16 points. */
final class RarefactionCurve {
    private RarefactionCurve() {}

    /** {@return tenths of n up to n, fifths beyond; nothing for fewer than two answers} */
    static List<RarefactionPoint> of(long[] counts, long n) {
        if (n < 2) {
            return List.of();
        }
        LongStream rarefied = LongStream.rangeClosed(0, 10).map(tenths -> Math.max(1, n * tenths / 10));
        LongStream extrapolated = LongStream.rangeClosed(1, 5).map(fifths -> n + Math.max(1, n * fifths / 5));
        return LongStream.concat(rarefied, extrapolated)
                .distinct()
                .mapToObj(m -> point(counts, m))
                .toList();
    }

    private static RarefactionPoint point(long[] counts, long m) {
        return new RarefactionPoint(
                m,
                Rarefaction.hill(0, m).of(counts),
                Rarefaction.hill(1, m).of(counts),
                Rarefaction.hill(2, m).of(counts),
                Coverage.at(m).of(counts));
    }
}
