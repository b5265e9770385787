package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;

/**
 * Diversity of order 1 divided into within and between models, equal weights.
 *
 * @param alpha effective number of answers within a model
 * @param beta effective number of distinct models, from 1 (all the same) to M (nothing shared)
 * @param gamma effective number of answers over all models
 * @param turnover (beta − 1) / (M − 1), from 0 (same) to 1 (nothing shared)
 */
public record Partition(Quantity alpha, Quantity beta, Quantity gamma, Quantity turnover) {}
