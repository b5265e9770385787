package dev.slop.metrics;

/**
 * A quantity that cannot be computed from these data; never 0 and never NaN.
 *
 * @param reason why, in a few words, for example {@code "no answers"}
 */
public record Unavailable(String reason) implements Quantity {}
