package dev.slop.core;

import java.util.OptionalInt;

/**
 * When sampling of one prompt, model and variant is enough. It is judged at pre-set numbers of draws alone, for whoever
 * looks after every answer stops at the first lucky moment.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the threshold is not positive, or a coverage not below 1,
 * or batch or smallest number not positive.
 *
 * @param measure what is judged
 * @param threshold coverage: at least this; distinct width: at most this
 * @param batch draws between two judgements
 * @param minSamples draws before the first judgement
 */
public record StoppingCriterion(Measure measure, double threshold, int batch, int minSamples) {
    /** Draws between two judgements if nothing else is stated. */
    public static final int DEFAULT_BATCH = 10;

    /** Draws before the first judgement if nothing else is stated. */
    public static final int DEFAULT_MIN_SAMPLES = 20;

    /** What is judged. */
    public enum Measure {
        /** Sample coverage: the share of the model's own distribution that was seen. */
        COVERAGE,
        /** Width of the interval of the estimated number of different answers. */
        DISTINCT_WIDTH
    }

    public StoppingCriterion {
        boolean fits = measure == Measure.COVERAGE
                ? threshold > 0 && threshold < 1
                : threshold > 0 && threshold < Double.POSITIVE_INFINITY;
        if (!fits) {
            throw new IllegalArgumentException("threshold of " + measure + " is out of range: " + threshold);
        }
        Arguments.positive(batch, "batch");
        Arguments.positive(minSamples, "min-samples");
    }

    /**
     * {@return the number of draws at which it is judged next; empty if not before the last}
     *
     * @param drawn draws so far
     * @param max draws planned
     */
    public OptionalInt nextJudgement(int drawn, int max) {
        long batches = drawn <= minSamples ? 0 : (drawn - (long) minSamples + batch - 1) / batch;
        long next = minSamples + batches * batch;
        return next < max ? OptionalInt.of((int) next) : OptionalInt.empty();
    }
}
