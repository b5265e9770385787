package dev.slop.metrics.grouping;

/** Finds the most similar of the leaders considered for a text, of equals the first in canonical order. */
final class NearDuplicateVerdict {
    /** About a tenth of a second. */
    private static final double MOST_LIBRARY_CELLS = 3e7;

    private final ComparedTexts texts;
    private final PatternDistance edits;
    private final EditDistance editsInside = new EditDistance();
    private int text = Leaders.NONE;
    private int nearest = Leaders.NONE;
    private double best;
    private boolean compiled;

    NearDuplicateVerdict(ComparedTexts texts) {
        this.texts = texts;
        this.edits = texts.cellsOfAllPairs() <= MOST_LIBRARY_CELLS ? new LibraryDistance() : new EditDistance();
    }

    /** Forgets the last text and begins with another. */
    void begin(int next) {
        begin(next, Leaders.NONE, 0);
    }

    /** Forgets the last text and goes on with another, whose nearest leader so far is known. */
    void begin(int next, int nearestSoFar, double similarity) {
        text = next;
        nearest = nearestSoFar;
        best = similarity;
        compiled = false;
    }

    /** {@return the position of the most similar leader so far, or {@link Leaders#NONE}} */
    int nearest() {
        return nearest;
    }

    /** {@return the similarity of the nearest; 0 where there is none or the one contains the other} */
    double similarity() {
        return best;
    }

    /** Considers a leader. The order does not matter, but the nearest is best considered first: it spares others. */
    void consider(int leader) {
        boolean leaderIsShorter = texts.comparedLength(leader) < texts.comparedLength(text);
        int shorter = leaderIsShorter ? leader : text;
        int longer = leaderIsShorter ? text : leader;
        int missing = texts.missingLetters(shorter, longer);
        double similarity = similarity(shorter, longer, missing);
        if (similarity > best || (similarity > 0 && similarity == best && leader < nearest)) {
            best = similarity;
            nearest = leader;
        } else if (best == 0 && (nearest == Leaders.NONE || leader < nearest) && isInside(shorter, longer, missing)) {
            // Any similarity that reaches the threshold is better than this.
            nearest = leader;
        }
    }

    /** {@return the normalised similarity, or 0 where it is below the threshold or the best so far} */
    private double similarity(int shorter, int longer, int missing) {
        int length = texts.comparedLength(longer);
        int limit = Math.min(texts.permittedEdits(shorter, longer), (int) ((1 - best) * length + 1e-9));
        if (missing + length - texts.comparedLength(shorter) > limit) {
            return 0;
        }
        if (!compiled) {
            edits.compile(texts.compared(text));
            compiled = true;
        }
        int distance = edits.distance(texts.compared(shorter == text ? longer : shorter), limit);
        return distance > limit ? 0 : length == 0 ? 1 : 1 - (double) distance / length;
    }

    private boolean isInside(int shorter, int longer, int missing) {
        int limit = texts.permittedEditsInside(shorter, longer);
        if (missing > limit) {
            return false;
        }
        editsInside.compile(texts.compared(shorter));
        return editsInside.isInside(texts.compared(longer), limit);
    }
}
