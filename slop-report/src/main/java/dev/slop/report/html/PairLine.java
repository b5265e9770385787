package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.PairAnalysis;
import dev.slop.metrics.analysis.PairAnalysis.PairTest;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.util.Comparator;
import java.util.List;

/**
 * How alike two models answer one prompt.
 *
 * @param a short name
 * @param b short name
 * @param collision chance of the same answer
 * @param jaccard share of the different answers that both gave
 * @param weighted Jaccard of the shares
 * @param divergence Jensen–Shannon, in bits
 * @param variation total variation distance
 * @param p of the test that both answer alike, adjusted where it was
 */
record PairLine(
        String a,
        String b,
        Figure collision,
        Figure jaccard,
        Figure weighted,
        Figure divergence,
        Figure variation,
        String p) {

    static List<PairLine> of(PromptAnalysis prompt, ModelNames names, int limit) {
        return prompt.pairs().stream()
                .sorted(Comparator.comparingDouble(pair -> -valueOrZero(pair.collisionProbability())))
                .limit(limit)
                .map(pair -> of(pair, names))
                .toList();
    }

    private static PairLine of(PairAnalysis pair, ModelNames names) {
        return new PairLine(
                names.shortName(pair.a()),
                names.shortName(pair.b()),
                Figure.share(pair.collisionProbability()),
                Figure.share(pair.jaccard()),
                Figure.share(pair.weightedJaccard()),
                Figure.number(pair.jensenShannonBits()),
                Figure.share(pair.totalVariation()),
                p(pair.pValue()));
    }

    static String p(PairTest test) {
        if (test.adjusted().isPresent()) {
            return number(test.adjusted().getAsDouble());
        }
        return test.value().isPresent() ? number(test.value().getAsDouble()) + " (unadjusted)" : "–";
    }

    private static String number(double p) {
        return PValue.of(p, Math.log10(p)).replaceFirst("^p = ", "").replaceFirst("^p ", "");
    }

    private static double valueOrZero(Quantity quantity) {
        return quantity instanceof Estimate estimate ? estimate.value() : 0;
    }
}
