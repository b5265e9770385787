/** Intervals and tests that hold for any metric: bootstrap, permutation, multiplicity. */
@NullMarked
package dev.slop.metrics.inference;

import org.jspecify.annotations.NullMarked;
