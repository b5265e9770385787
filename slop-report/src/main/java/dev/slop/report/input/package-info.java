/** Reads answers, slop's own and those of others, into tables that can be measured. */
@NullMarked
package dev.slop.report.input;

import org.jspecify.annotations.NullMarked;
