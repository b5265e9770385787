package dev.slop.metrics.lexical;

/** Of each n-gram the two largest numbers of times it occurs in one text, and the text with the largest. */
final class LargestCounts {
    private final int[] first;
    private final int[] owner;
    private final int[] second;

    private LargestCounts(int different) {
        first = new int[different];
        owner = new int[different];
        second = new int[different];
    }

    static LargestCounts of(Ngrams ngrams) {
        LargestCounts largest = new LargestCounts(ngrams.different());
        int[] count = new int[ngrams.different()];
        for (int t = 0; t < ngrams.texts(); t++) {
            int[] ids = ngrams.of(t);
            for (int id : ids) {
                count[id]++;
            }
            for (int id : ids) {
                if (count[id] > 0) {
                    largest.offer(id, t, count[id]);
                    count[id] = 0;
                }
            }
        }
        return largest;
    }

    private void offer(int id, int text, int count) {
        if (count > first[id]) {
            second[id] = first[id];
            first[id] = count;
            owner[id] = text;
        } else if (count > second[id]) {
            second[id] = count;
        }
    }

    /** {@return how often the text that has it most, other than the given one, has the n-gram} */
    int inAnotherThan(int text, int id) {
        return owner[id] == text ? second[id] : first[id];
    }
}
