/** Answers as points: how far apart they lie in meaning, within and across models. Pure; embeddings come from elsewhere. */
@NullMarked
package dev.slop.metrics.vector;

import org.jspecify.annotations.NullMarked;
