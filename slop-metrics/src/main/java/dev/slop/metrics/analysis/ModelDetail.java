package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import java.util.List;

/**
 * Further numbers of one model's answers, for readers who hold them against another program or field.
 *
 * @param richness how many different answers the model has, by other estimators than {@link ModelAnalysis#chao1()}
 * @param simpson chance that two answers are the same
 * @param evenness how evenly the answers seen are spread; unavailable where all are equal
 * @param goodTuringCoverage share of the model's own distribution that was seen, 1 − f₁/n
 * @param rarefaction what fewer or more answers would show, from 1 to 2n answers; empty without answers
 */
public record ModelDetail(
        Richness richness,
        Simpson simpson,
        Evenness evenness,
        Quantity goodTuringCoverage,
        List<RarefactionPoint> rarefaction) {
    public ModelDetail {
        rarefaction = List.copyOf(rarefaction);
    }

    /**
     * {@return the detail of a model of which nothing is known}
     *
     * @param reason why
     */
    public static ModelDetail unavailable(String reason) {
        Quantity none = Quantity.unavailable(reason);
        return new ModelDetail(
                new Richness(none, none, none), new Simpson(none, none), new Evenness(none, none), none, List.of());
    }

    /**
     * Estimated numbers of different answers, seen and not seen.
     *
     * @param chao1Classic S + f₁²/(2f₂)
     * @param chao1SampleSizeCorrected S + ((n − 1)/n) f₁²/(2f₂), as iNEXT
     * @param ace from the coverage of the answers given at most ten times
     */
    public record Richness(Quantity chao1Classic, Quantity chao1SampleSizeCorrected, Quantity ace) {}

    /**
     * Simpson's concentration.
     *
     * @param unbiased chance that two fresh answers are the same, Σ nᵢ(nᵢ − 1)/(n(n − 1))
     * @param concentration Σ pᵢ², of the answers seen; too high for small n
     */
    public record Simpson(Quantity unbiased, Quantity concentration) {}

    /**
     * Evenness, in [0, 1].
     *
     * @param pielou entropy over its largest value for so many different answers
     * @param heip (exp H − 1)/(S − 1)
     */
    public record Evenness(Quantity pielou, Quantity heip) {}

    /**
     * One point of the accumulation curve: what so many answers are expected to show. Rarefied up to n, extrapolated
     * beyond, where it leans on Chao1. For charts: without interval.
     *
     * @param answers m
     * @param distinct expected number of different answers (Hill number of order 0)
     * @param hill1 expected effective number of answers of order 1
     * @param hill2 of order 2
     * @param coverage expected share of the model's own distribution that m answers show
     */
    public record RarefactionPoint(long answers, double distinct, double hill1, double hill2, double coverage) {}
}
