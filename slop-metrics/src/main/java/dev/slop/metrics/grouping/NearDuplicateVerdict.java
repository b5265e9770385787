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
        int length = texts.comparedLength(longer);
        int more = length - texts.comparedLength(shorter);
        int limit = Math.min(texts.permittedEdits(shorter, longer), (int) ((1 - best) * length + 1e-9));
        int limitInside = mayContain(leader) ? texts.permittedEditsInside(shorter, longer) : -1;
        // A text that holds the other with few edits is that many twice, and the rest, away from it.
        int farthest = 2 * limitInside + more;
        int distance = missing + more;
        if (distance <= limit) {
            distance = distance(shorter == text ? longer : shorter, Math.max(limit, farthest));
        }
        if (distance <= limit) {
            take(leader, length == 0 ? 1 : 1 - (double) distance / length);
        } else if (missing <= limitInside && distance <= farthest && isInside(shorter, longer, limitInside)) {
            nearest = leader;
        }
    }

    /** Any similarity that reaches the threshold is better than to contain or be contained. */
    private boolean mayContain(int leader) {
        return best == 0 && (nearest == Leaders.NONE || leader < nearest);
    }

    private void take(int leader, double similarity) {
        if (similarity > best || (similarity == best && leader < nearest)) {
            best = similarity;
            nearest = leader;
        }
    }

    private int distance(int other, int limit) {
        if (!compiled) {
            edits.compile(texts.compared(text));
            compiled = true;
        }
        return edits.distance(texts.compared(other), limit);
    }

    private boolean isInside(int shorter, int longer, int limit) {
        editsInside.compile(texts.compared(shorter));
        return editsInside.isInside(texts.compared(longer), limit);
    }
}
