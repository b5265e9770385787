/** Sentence embeddings in process, offline. */
@NullMarked
package dev.slop.semantic;

import org.jspecify.annotations.NullMarked;
