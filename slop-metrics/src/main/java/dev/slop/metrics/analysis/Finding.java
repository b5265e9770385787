package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;

/**
 * One sentence for a reader, with the number that carries it.
 *
 * @param prompt id of the prompt it is about; {@code "*"} for all
 * @param text the sentence, with number, interval and n in it
 * @param quantity the number
 */
public record Finding(String prompt, String text, Quantity quantity) {}
