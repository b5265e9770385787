package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;

/**
 * Further numbers of two models' answers to one prompt.
 *
 * @param overlapCoefficient different answers of both over those of the less varied, in [0, 1]
 * @param sorensenDice twice the different answers of both over the sum of those of each, in [0, 1]
 * @param morisita Morisita's index, unbiased for few answers; may exceed 1
 * @param jensenShannonDistance square root of the divergence in bits: a metric, in [0, 1]
 * @param brayCurtis distance of the counts, in [0, 1]
 * @param collisionMaximum the most that the chance of the same answer can be for models as varied as these
 */
public record PairDetail(
        Quantity overlapCoefficient,
        Quantity sorensenDice,
        Quantity morisita,
        Quantity jensenShannonDistance,
        Quantity brayCurtis,
        Quantity collisionMaximum) {
    /**
     * {@return the detail of a pair of which nothing is known}
     *
     * @param reason why
     */
    public static PairDetail unavailable(String reason) {
        Quantity none = Quantity.unavailable(reason);
        return new PairDetail(none, none, none, none, none, none);
    }
}
