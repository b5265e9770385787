package dev.slop.metrics.overlap;

import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.CountStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Numbers that take all models of a prompt together, computed in one pass over the answers that occur: for resampling, where
 * {@link DiversityPartition}, {@link Association}, {@link KrippendorffAlpha} and {@link FleissKappa}, whose numbers they
 * are, would each go through the whole table.
 */
public enum ModelsTogether {
    /** {@link DiversityPartition#alpha()} of order 0. */
    ALPHA_0(sums -> sums.alpha0),
    /** {@link DiversityPartition#beta()} of order 0. */
    BETA_0(sums -> sums.gamma0() / sums.alpha0),
    /** {@link DiversityPartition#gamma()} of order 0. */
    GAMMA_0(TogetherSums::gamma0),
    /** {@link DiversityPartition#turnover()} of order 0. */
    TURNOVER_0(sums -> sums.turnover(sums.alpha0, sums.gamma0())),
    /** {@link DiversityPartition#alpha()} of order 1. */
    ALPHA_1(sums -> sums.alpha1),
    /** {@link DiversityPartition#beta()} of order 1. */
    BETA_1(sums -> sums.gamma1() / sums.alpha1),
    /** {@link DiversityPartition#gamma()} of order 1. */
    GAMMA_1(TogetherSums::gamma1),
    /** {@link DiversityPartition#turnover()} of order 1. */
    TURNOVER_1(sums -> sums.turnover(sums.alpha1, sums.gamma1())),
    /** {@link DiversityPartition#alpha()} of order 2. */
    ALPHA_2(sums -> sums.alpha2),
    /** {@link DiversityPartition#beta()} of order 2. */
    BETA_2(sums -> sums.gamma2() / sums.alpha2),
    /** {@link DiversityPartition#gamma()} of order 2. */
    GAMMA_2(TogetherSums::gamma2),
    /** {@link DiversityPartition#turnover()} of order 2. */
    TURNOVER_2(sums -> sums.turnover(sums.alpha2, sums.gamma2())),
    /** {@link Association#cramersV()}. */
    CRAMERS_V(TogetherSums::cramersV),
    /** {@link Association#cramersVCorrected()}. */
    CRAMERS_V_CORRECTED(TogetherSums::cramersVCorrected),
    /** {@link Association#mutualInformationBits()}. */
    MUTUAL_INFORMATION_BITS(TogetherSums::mutualInformationBits),
    /** {@link KrippendorffAlpha#acrossModels(ContingencyTable)}. */
    KRIPPENDORFF_ALPHA(TogetherSums::krippendorffAlpha),
    /** {@link FleissKappa#acrossModels(ContingencyTable)}. */
    FLEISS_KAPPA(TogetherSums::fleissKappa),
    /** Chance that fresh answers of two different models are the same. */
    AGREEMENT_BETWEEN(TogetherSums::agreementBetween),
    /** Chance that two fresh answers of one model are the same, mean over models; undefined if one has but one answer. */
    AGREEMENT_WITHIN(sums -> sums.agreementWithin);

    private static final Bounds AT_LEAST_ONE = new Bounds(1, Double.POSITIVE_INFINITY);
    private static final List<ModelsTogether> ALL = List.of(values());

    @SuppressWarnings("ImmutableEnumChecker") // formulae, which hold nothing
    private final ToDoubleFunction<TogetherSums> value;

    ModelsTogether(ToDoubleFunction<TogetherSums> value) {
        this.value = value;
    }

    /**
     * {@return the range of the number}
     *
     * @param models how many there are
     */
    public Bounds bounds(int models) {
        return switch (this) {
            case ALPHA_0, GAMMA_0, ALPHA_1, GAMMA_1, ALPHA_2, GAMMA_2 -> AT_LEAST_ONE;
            case BETA_0, BETA_1, BETA_2 -> new Bounds(1, Math.max(2, models));
            case KRIPPENDORFF_ALPHA, FLEISS_KAPPA -> new Bounds(Double.NEGATIVE_INFINITY, 1);
            case MUTUAL_INFORMATION_BITS -> new Bounds(0, Math.max(1, Math.log(models) / Math.log(2)));
            default -> Bounds.UNIT;
        };
    }

    /** {@return all of them, in the order of the constants, of models that all have answers; NaN where undefined} */
    public static CountStatistics statistics() {
        return (samples, into) -> {
            TogetherSums sums = new TogetherSums(samples);
            for (int i = 0; i < into.length; i++) {
                into[i] = ALL.get(i).value.applyAsDouble(sums);
            }
        };
    }

    static double of(ModelsTogether number, long[][] counts) {
        return number.value.applyAsDouble(new TogetherSums(counts));
    }
}
