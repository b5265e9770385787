/** Cleaning: what of an answer's text is the answer, and how it ended. */
@NullMarked
package dev.slop.metrics.answer;

import org.jspecify.annotations.NullMarked;
