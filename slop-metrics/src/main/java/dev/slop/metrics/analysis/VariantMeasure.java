package dev.slop.metrics.analysis;

/** What ways of asking are compared by. Each is computed per prompt and averaged over prompts. */
public enum VariantMeasure {
    /** Share of the most frequent answer, mean over models. */
    TOP_SHARE,
    /** Chao–Jost entropy in bits, mean over models. */
    ENTROPY_BITS,
    /**
     * Different answers over answers, mean over models; rarefied to the smallest number of answers that any variant has of
     * the same prompt and model, because the ratio falls with that number.
     */
    DISTINCT_RATIO,
    /** Chance that two fresh answers of one model are the same (unbiased Simpson), mean over models. */
    AGREEMENT,
    /** Jaccard index of the answers of two models, mean over pairs of models. */
    JACCARD,
    /** Chance that fresh answers of two models are the same, mean over pairs of models. */
    COLLISION_PROBABILITY;

    /** Whether it is of one model; else it is of a pair of models. */
    boolean isOfOneModel() {
        return this != JACCARD && this != COLLISION_PROBABILITY;
    }
}
