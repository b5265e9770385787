package dev.slop.core.sampling;

/**
 * A cell that a stopping rule ended before all planned draws were made.
 *
 * @param cell which
 * @param draws how many were made
 * @param reason what the rule says, in a few words
 */
public record StoppedCell(Cell cell, int draws, String reason) {}
