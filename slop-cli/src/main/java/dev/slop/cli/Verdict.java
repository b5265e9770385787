package dev.slop.cli;

/**
 * How one number stands to a threshold.
 *
 * @param threshold what was asked
 * @param where the number's prompt, and its model or pair
 * @param judgement whether it keeps to it
 * @param value the number with its interval, in words, or why there is none
 */
record Verdict(Threshold threshold, String where, Judgement judgement, String value) {
    /** What can be said of a number under a threshold. */
    enum Judgement {
        KEPT("kept"),
        UNDECIDED("undecided"),
        BROKEN("broken");

        private final String word;

        Judgement(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    @Override
    public String toString() {
        return judgement.word() + ": " + where + ": " + threshold.metric() + " is " + value + ", asked is " + threshold;
    }
}
