/** The analysis as a person reads it on a terminal. */
@NullMarked
package dev.slop.report.terminal;

import org.jspecify.annotations.NullMarked;
