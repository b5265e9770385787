/** Tidy tables of answers and numbers, for pandas, R, DuckDB and spreadsheets. */
@NullMarked
package dev.slop.report.export;

import org.jspecify.annotations.NullMarked;
