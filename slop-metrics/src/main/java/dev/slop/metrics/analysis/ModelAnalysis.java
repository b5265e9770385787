package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.answer.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of one model to one prompt, or of all models pooled.
 *
 * @param model its name, or {@link #POOLED}
 * @param n answers measured
 * @param outcomes all answers by outcome; classes that did not occur are present with 0
 * @param groups the different answers, the most frequent first, ties by label
 * @param distinct number of groups
 * @param topShare share of the most frequent answer
 * @param entropyBits Shannon entropy
 * @param hill Hill numbers
 * @param coverage share of the model's own distribution that was seen (Chao–Jost)
 * @param chao1 least number of different answers the model has (bias-corrected Chao1); the upper end is infinite
 * @param goodness fit to the stated target, where one is stated and answers exist
 * @param detail further numbers
 */
public record ModelAnalysis(
        String model,
        long n,
        Map<Outcome, Long> outcomes,
        List<AnswerGroup> groups,
        int distinct,
        Quantity topShare,
        EntropyBits entropyBits,
        HillNumbers hill,
        Quantity coverage,
        Quantity chao1,
        Optional<GoodnessOfFit> goodness,
        ModelDetail detail) {
    /** The name under which all models together appear. */
    public static final String POOLED = "pooled";

    public ModelAnalysis {
        EnumMap<Outcome, Long> all = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            all.put(outcome, outcomes.getOrDefault(outcome, 0L));
        }
        outcomes = Collections.unmodifiableMap(all);
        groups = List.copyOf(groups);
    }

    /**
     * Shannon entropy in bits, by estimator. All carry the same interval, which is one for the entropy and not for the
     * estimator; a biased value may lie outside.
     *
     * @param plugIn of the observed shares; too low for small n
     * @param millerMadow plug-in plus (S − 1) / (2 n ln 2)
     * @param chaoShen coverage-adjusted
     * @param grassberger Grassberger 2003
     * @param chaoJost Chao, Wang and Jost 2013: the least biased where many answers came once; the one to quote
     * @param shrinkage James–Stein, towards equal shares of the answers seen
     */
    public record EntropyBits(
            Quantity plugIn,
            Quantity millerMadow,
            Quantity chaoShen,
            Quantity grassberger,
            Quantity chaoJost,
            Quantity shrinkage) {}

    /**
     * Effective numbers of answers: plug-in values, with intervals for the numbers of the model itself. A biased value may
     * lie outside.
     *
     * @param q0 number of different answers observed; interval as of {@code chao1}
     * @param q1 exp of the plug-in Shannon entropy; interval as of the entropy
     * @param q2 inverse Simpson concentration; interval as of the chance that two fresh answers agree
     * @param qInfinity inverse share of the most frequent answer; interval as of that share
     */
    public record HillNumbers(Quantity q0, Quantity q1, Quantity q2, Quantity qInfinity) {}
}
