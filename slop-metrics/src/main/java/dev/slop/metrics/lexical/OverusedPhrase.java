package dev.slop.metrics.lexical;

/**
 * A word or phrase that one side says more often than the other.
 *
 * @param phrase its words, parted by spaces
 * @param words how many words it has
 * @param texts texts of this side that have it
 * @param otherTexts texts of the other side that have it
 * @param logOdds how much more often
 * @param adjustedPValue of its z, adjusted by Benjamini and Hochberg for all phrases that were tested
 */
public record OverusedPhrase(
        String phrase, int words, long texts, long otherTexts, LogOdds logOdds, double adjustedPValue) {}
