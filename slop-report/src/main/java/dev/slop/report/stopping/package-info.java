/** When an experiment has samples enough: where the engine meets the metrics. */
@NullMarked
package dev.slop.report.stopping;

import org.jspecify.annotations.NullMarked;
