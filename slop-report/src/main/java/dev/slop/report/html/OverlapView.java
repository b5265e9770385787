package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.Overall.PairMeans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How alike the models are over all prompts.
 *
 * @param maps heat maps, one per measure
 * @param pairs every pair with its intervals, the most alike first
 */
record OverlapView(List<HeatMap> maps, List<Line> pairs) {
    /**
     * One pair.
     *
     * @param a short name
     * @param b short name
     * @param prompts where both answered
     * @param collision chance of the same answer
     * @param jaccard share of answers in common
     * @param divergence Jensen–Shannon, in bits
     */
    record Line(String a, String b, int prompts, Figure collision, Figure jaccard, Figure divergence) {}

    static OverlapView of(Analysis analysis, ModelNames names) {
        List<PairMeans> pairs = new ArrayList<>(analysis.overall().pairs());
        pairs.sort(Comparator.comparingDouble(pair -> -valueOrZero(pair.collisionProbability())));
        HeatMap collision = map("collision", "Same answer", pairs, PairMeans::collisionProbability, names);
        HeatMap jaccard = map("jaccard", "Shared answers", pairs, PairMeans::jaccard, names);
        return new OverlapView(
                pairs.isEmpty() ? List.of() : List.of(collision, jaccard),
                pairs.stream().map(pair -> line(pair, names)).toList());
    }

    private static HeatMap map(
            String id, String title, List<PairMeans> pairs, Function<PairMeans, Quantity> measure, ModelNames names) {
        Map<List<String>, Quantity> cells = new HashMap<>();
        for (PairMeans pair : pairs) {
            cells.put(List.of(pair.a(), pair.b()), measure.apply(pair));
            cells.put(List.of(pair.b(), pair.a()), measure.apply(pair));
        }
        return HeatMap.of(id, title, names, cells);
    }

    private static Line line(PairMeans pair, ModelNames names) {
        return new Line(
                names.shortName(pair.a()),
                names.shortName(pair.b()),
                pair.prompts(),
                Figure.share(pair.collisionProbability()),
                Figure.share(pair.jaccard()),
                Figure.number(pair.jensenShannonBits()));
    }

    private static double valueOrZero(Quantity quantity) {
        return quantity instanceof Estimate estimate ? estimate.value() : 0;
    }
}
