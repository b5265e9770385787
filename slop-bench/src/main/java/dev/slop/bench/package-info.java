/** Benchmarks beside their baselines. */
@NullMarked
package dev.slop.bench;

import org.jspecify.annotations.NullMarked;
