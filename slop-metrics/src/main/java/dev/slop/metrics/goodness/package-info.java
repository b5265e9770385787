/** How well answers fit a stated distribution. */
@NullMarked
package dev.slop.metrics.goodness;

import org.jspecify.annotations.NullMarked;
