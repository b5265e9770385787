package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What answers mean, of the prompts whose answers are embedded. Cosines depend on the model that embedded them, so
 * numbers compare within one embedder only.
 *
 * @param prompts per such prompt with an answer, in the table's order
 */
public record SemanticAnalysis(List<PromptMeaning> prompts) {
    public SemanticAnalysis {
        prompts = List.copyOf(prompts);
    }

    /** {@return the analysis of a study whose answers were not embedded} */
    public static SemanticAnalysis none() {
        return new SemanticAnalysis(List.of());
    }

    /**
     * {@return the meaning of one prompt's answers, where they were embedded}
     *
     * @param prompt its id
     */
    public Optional<PromptMeaning> of(String prompt) {
        return prompts.stream()
                .filter(meaning -> meaning.prompt().equals(prompt))
                .findFirst();
    }

    /**
     * One prompt.
     *
     * @param prompt its id
     * @param embedder name of the model that embedded the answers
     * @param texts different cleaned answers
     * @param models per model with an answer, by name
     * @param pooled all models together
     * @param pairs every pair of models with an answer, in the order of {@code models}
     * @param groups the medoid of every group of answers that has several texts
     * @param map where the answers lie
     */
    public record PromptMeaning(
            String prompt,
            String embedder,
            int texts,
            List<ModelMeaning> models,
            ModelMeaning pooled,
            List<PairMeaning> pairs,
            List<GroupMedoid> groups,
            MeaningMap map) {
        public PromptMeaning {
            models = List.copyOf(models);
            pairs = List.copyOf(pairs);
            groups = List.copyOf(groups);
        }

        PromptMeaning withPairs(List<PairMeaning> others) {
            return new PromptMeaning(prompt, embedder, texts, models, pooled, others, groups, map);
        }
    }

    /**
     * The answers of one model.
     *
     * @param model its name
     * @param n answers measured
     * @param meanCosine of two different answers, in [−1/(n − 1), 1]: 1 where all mean the same
     * @param vendi Vendi score of order 1, the effective number of different meanings among these n answers, in [1, n]
     * @param entropyBits semantic entropy (Chao–Jost) over the groups of meaning
     * @param medoid the most central answer, as a model sent it
     */
    public record ModelMeaning(
            String model, long n, Quantity meanCosine, Quantity vendi, Quantity entropyBits, String medoid) {}

    /**
     * The answers of two models.
     *
     * @param a first model
     * @param b second model
     * @param meanCosine of one answer of each, in [−1, 1]
     * @param energy whether both mean the same
     */
    public record PairMeaning(String a, String b, Quantity meanCosine, EnergyTest energy) {
        PairMeaning adjusted(double holm, double benjaminiHochberg) {
            return new PairMeaning(a, b, meanCosine, energy.adjusted(holm, benjaminiHochberg));
        }
    }

    /**
     * Label-permutation test that two models mean the same, by the energy distance of the unit rows. The distance has no
     * interval: where models mean the same it is a degenerate V-statistic, for which neither jackknife nor bootstrap
     * covers.
     *
     * @param distance 2 E δ(X, Y) − E δ(X, X′) − E δ(Y, Y′) of the answers seen, at least 0
     * @param pValue the test, adjusted for all pairs of all prompts whose answers were embedded
     */
    public record EnergyTest(OptionalDouble distance, PairAnalysis.PairTest pValue) {
        EnergyTest adjusted(double holm, double benjaminiHochberg) {
            return new EnergyTest(distance, pValue.adjusted(holm, benjaminiHochberg));
        }
    }

    /**
     * The answer that stands in the middle of a group.
     *
     * @param group position in {@code pooled.groups} of the prompt
     * @param medoid the most central answer, as a model sent it
     */
    public record GroupMedoid(int group, String medoid) {}

    /**
     * The answers on the plane along which they spread most: principal components, each answer counted as often as it was
     * given.
     *
     * @param firstShare share of the variance along x, in [0, 1]
     * @param secondShare share of the variance along y
     * @param places the different texts, the most frequent first; where there are too many, those that were left out were
     *     drawn by lot among the least frequent, and the shares are of those shown
     */
    public record MeaningMap(double firstShare, double secondShare, List<Place> places) {
        public MeaningMap {
            places = List.copyOf(places);
        }
    }

    /**
     * A text on the map.
     *
     * @param text as a model sent it
     * @param x along the direction of most variance
     * @param y along the next
     * @param group position of its group in {@code pooled.groups} of the prompt
     * @param models who gave it, how often
     */
    public record Place(String text, double x, double y, int group, SortedMap<String, Long> models) {
        public Place {
            models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
        }

        /** {@return how often it was given} */
        public long count() {
            return models.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
