/** Reads answers into tables and writes analyses for people and programs. */
@NullMarked
package dev.slop.report;

import org.jspecify.annotations.NullMarked;
