/**
 * How varied one set of answers is: entropy, Hill numbers, richness, coverage.
 *
 * <p>Everything is computed from counts: how often each different answer was given, in any order; zeros are ignored
 * unless a method says otherwise. On a {@code long[]} a measure gives the bare number, so that resampling can call it
 * millions of times, and throws an {@link IllegalArgumentException} that tells why where there is no number; on a
 * {@link dev.slop.metrics.FrequencyTable} it gives an {@link java.util.OptionalDouble}. No result is ever NaN.
 *
 * <p>Notation: n answers, S different ones, n<sub>i</sub> times each; p<sub>i</sub> = n<sub>i</sub>/n; f<sub>k</sub>
 * answers seen k times.
 */
@NullMarked
package dev.slop.metrics.diversity;

import org.jspecify.annotations.NullMarked;
