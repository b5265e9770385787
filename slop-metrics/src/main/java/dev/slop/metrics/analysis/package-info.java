/** The whole suite over a table of answers. */
@NullMarked
package dev.slop.metrics.analysis;

import org.jspecify.annotations.NullMarked;
