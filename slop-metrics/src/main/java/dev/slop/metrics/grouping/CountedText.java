package dev.slop.metrics.grouping;

/** A text and how often it occurs. */
final class CountedText {
    final String text;
    int count;
    /** Where the text stands, when that is known. */
    int position;

    CountedText(String text) {
        this.text = text;
    }
}
