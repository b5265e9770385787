/**
 * How well answers fit a stated distribution: {@link dev.slop.metrics.goodness.Target} states it, {@link
 * dev.slop.metrics.goodness.CellCounts} holds answers against it, {@link
 * dev.slop.metrics.goodness.PowerDivergenceTest} tests and {@link dev.slop.metrics.goodness.EffectSize} measures.
 */
@NullMarked
package dev.slop.metrics.goodness;

import org.jspecify.annotations.NullMarked;
