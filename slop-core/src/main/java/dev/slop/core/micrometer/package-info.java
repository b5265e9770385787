/** Sampling in Micrometer's terms; needs {@code io.micrometer:micrometer-core}, which slop does not bring. */
@NullMarked
package dev.slop.core.micrometer;

import org.jspecify.annotations.NullMarked;
