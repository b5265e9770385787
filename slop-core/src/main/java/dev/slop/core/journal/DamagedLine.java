package dev.slop.core.journal;

/**
 * A line of a journal that could not be used; it was skipped.
 *
 * @param line number of the line in the file, from 1
 * @param reason what is wrong with it, in one line without control characters
 */
public record DamagedLine(long line, String reason) {}
