/** Where embeddings come from: where experiments meet the metrics of meaning. */
@NullMarked
package dev.slop.report.embedding;

import org.jspecify.annotations.NullMarked;
