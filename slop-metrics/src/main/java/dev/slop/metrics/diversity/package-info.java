/** How varied one set of answers is: entropy, Hill numbers, richness, coverage. */
@NullMarked
package dev.slop.metrics.diversity;

import org.jspecify.annotations.NullMarked;
