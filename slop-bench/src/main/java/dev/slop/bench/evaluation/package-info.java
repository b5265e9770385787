/** Commands that hold measures of text against human judgement; the data are named on the command line. */
@NullMarked
package dev.slop.bench.evaluation;

import org.jspecify.annotations.NullMarked;
