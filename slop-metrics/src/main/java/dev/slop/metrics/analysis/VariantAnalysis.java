package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * One way of asking over all prompts.
 *
 * @param variant its id
 * @param model the model asked; empty for all of them, each counting alike
 * @param prompts prompts with an answer
 * @param n answers measured
 * @param numbers by measure; those of pairs of models are left out where there is a model
 */
public record VariantAnalysis(String variant, Optional<String> model, int prompts, long n, List<Measured> numbers) {
    public VariantAnalysis {
        numbers = List.copyOf(numbers);
    }

    /**
     * One measure, and how it differs from the first variant's.
     *
     * @param measure which
     * @param value mean over prompts
     * @param difference mean over prompts of this variant's value less the first's, where both have one
     * @param pValue sign-flip test over prompts that there is no difference; adjusted for all differences of the report
     *     (Holm)
     */
    public record Measured(VariantMeasure measure, Quantity value, Quantity difference, PairAnalysis.PairTest pValue) {}
}
