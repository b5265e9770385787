/** How alike the answers of several models are. */
@NullMarked
package dev.slop.metrics.overlap;

import org.jspecify.annotations.NullMarked;
