package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.analysis.GoodnessOfFit;
import dev.slop.metrics.analysis.ModelAnalysis;

/** Goodness of fit in words. */
final class Goodness {
    private static final double ALPHA = 0.05;

    private Goodness() {}

    /**
     * {@return a sentence or two: the verdict, the test, and how far the answers are from the target}
     *
     * @param model whose answers
     * @param fit their fit
     */
    static String words(ModelAnalysis model, GoodnessOfFit fit) {
        String target = VisibleText.line(fit.target(), 60);
        String test = "χ² = " + Figure.decimal(fit.chiSquare().statistic()) + ", "
                + PValue.of(fit.chiSquare().pValue(), fit.chiSquare().log10PValue());
        if (!fit.chiSquare().rejects(ALPHA)) {
            return "Could be " + target + ", as far as " + Figure.count(model.n()) + " answers can tell (" + test
                    + ").";
        }
        return "Not " + target + " (" + test + "). " + change(fit) + model.distinct() + " different answers where "
                + Figure.decimal(fit.expectedDistinct()) + " would be expected.";
    }

    private static String change(GoodnessOfFit fit) {
        return fit.totalVariation() instanceof Estimate estimate
                ? Figure.percent(estimate.value()) + Figure.PERCENT + " of the answers would have to change; "
                : "";
    }
}
