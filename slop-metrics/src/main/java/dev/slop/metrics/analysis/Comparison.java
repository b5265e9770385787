package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * What changes from one side, A, to the other, B. Every difference is B − A.
 *
 * @param options how it was computed
 * @param a name of the side that the other is held against
 * @param b name of the other side
 * @param cells one a prompt and model that has answers on both sides
 * @param overall means over prompts: variant {@code "A"} and variant {@code "B"} with its difference, over all models and,
 *     where there are several, model by model
 * @param leftOut what only one side has an answer for
 * @param findings sentences for a reader, the surest first
 * @param limits sentences on what cannot be told with so few answers or prompts
 */
public record Comparison(
        AnalysisOptions options,
        String a,
        String b,
        List<Cell> cells,
        List<VariantAnalysis> overall,
        List<LeftOut> leftOut,
        List<Finding> findings,
        List<String> limits) {
    /** Name of side A in {@link VariantAnalysis#variant()}. */
    public static final String A = "A";

    /** Name of side B in {@link VariantAnalysis#variant()}. */
    public static final String B = "B";

    public Comparison {
        cells = List.copyOf(cells);
        overall = List.copyOf(overall);
        leftOut = List.copyOf(leftOut);
        findings = List.copyOf(findings);
        limits = List.copyOf(limits);
    }

    /**
     * {@return the means of A beside those of B}
     *
     * @param inB one of {@link #overall()}
     * @throws java.util.NoSuchElementException if it is not
     */
    public VariantAnalysis inA(VariantAnalysis inB) {
        return overall.stream()
                .filter(variant ->
                        variant.variant().equals(A) && variant.model().equals(inB.model()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One prompt and model.
     *
     * @param prompt id of the prompt
     * @param model its name, with the way of asking where there are several; empty where the sides are two models
     * @param nA answers measured in A
     * @param nB answers measured in B
     * @param effects by measure; those of pairs of models are not among them
     * @param pValue label-permutation test that both sides draw their answers from one distribution (Jensen–Shannon
     *     divergence), adjusted for all cells. It asks whether <em>what</em> is answered changed, not whether it varies
     *     more or less
     */
    public record Cell(
            String prompt,
            Optional<String> model,
            long nA,
            long nB,
            List<Effect> effects,
            PairAnalysis.PairTest pValue) {
        public Cell {
            effects = List.copyOf(effects);
        }

        /**
         * {@return a measure's effect}
         *
         * @param measure of one model
         * @throws IllegalArgumentException if the measure is of a pair of models
         */
        public Effect effect(VariantMeasure measure) {
            return effects.stream()
                    .filter(effect -> effect.measure() == measure)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not of one model: " + measure));
        }
    }

    /**
     * How one number differs.
     *
     * <p>The interval of the difference d = b − a is made of those of a and b, [l, u] each (MOVER): from
     * d − √((b − l<sub>b</sub>)² + (u<sub>a</sub> − a)²) to d + √((u<sub>b</sub> − b)² + (a − l<sub>a</sub>)²). So it has
     * a width also where one side always answers the same, and A and B exchanged it is the same with the signs
     * exchanged. Source: Zou and Donner, Statistics in Medicine 27 (2008) 1693; for shares Newcombe, Statistics in
     * Medicine 17 (1998) 873, method 10.
     *
     * @param measure which
     * @param a value in A
     * @param b value in B
     * @param difference B − A
     */
    public record Effect(VariantMeasure measure, Quantity a, Quantity b, Quantity difference) {}

    /**
     * What one side has no answer for, so that it could not be compared.
     *
     * @param side {@code "A"} or {@code "B"}: the side that has answers
     * @param prompt id of the prompt; empty where it is all prompts of the model
     * @param model name of the model; empty where it is all models of the prompt
     */
    public record LeftOut(String side, Optional<String> prompt, Optional<String> model) {}
}
