/** What the sampling engine and its journal reach: benchmarks and trials by fire that anyone can repeat. */
@NullMarked
package dev.slop.bench.engine;

import org.jspecify.annotations.NullMarked;
