/** The engine: asks for every sample of a plan, under retries and limits, and accounts for every attempt. */
@NullMarked
package dev.slop.core.sampling;

import org.jspecify.annotations.NullMarked;
