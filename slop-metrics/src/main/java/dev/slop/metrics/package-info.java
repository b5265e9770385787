/** The statistics of sameness over answers and counts: pure, without I/O, clock or threads of its own. */
@NullMarked
package dev.slop.metrics;

import org.jspecify.annotations.NullMarked;
