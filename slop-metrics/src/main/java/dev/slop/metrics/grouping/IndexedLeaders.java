package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Compares a text with the leaders that share a key with it. */
final class IndexedLeaders implements Leaders {
    private static final int SMALLEST_BLOCK = 1 << 10;
    private static final int LARGEST_BLOCK = 1 << 14;
    /** Texts a thread takes at once. */
    private static final int TASK = 1 << 7;

    /* Texts go in blocks. Those of a block look in parallel for the nearest of the leaders before the block; then one
     * after the other for a nearer one among the leaders that the block itself brings. The nearest of all comes out,
     * whatever the number of threads. Blocks grow with what is known, as the second part is no parallel work. */
    private final ComparedTexts texts;
    private final MinHash minHash;
    private final int candidateLimit;
    private final BandIndex index;
    private final BandIndex young;
    private final Search search;
    private final Queue<Search> idle = new ConcurrentLinkedQueue<>();
    private int[] signatures = {};
    private int[] nearest = {};
    private double[] similarity = {};
    private int blockStart;
    private int blockEnd;

    IndexedLeaders(ComparedTexts texts, NearDuplicateOptions options) {
        this.texts = texts;
        this.minHash = new MinHash(Boilerplate.of(texts, options), texts.size());
        this.candidateLimit = options.candidateLimit();
        this.index = new BandIndex(candidateLimit);
        this.young = new BandIndex(candidateLimit);
        this.search = new Search();
    }

    @Override
    public int join(int text) {
        if (text >= blockEnd) {
            beginBlock(text);
        }
        if (isTooShort(text)) {
            return NONE;
        }
        int i = text - blockStart;
        search.search(text, young);
        if (nearest[i] == NONE) {
            young.add(text, signatures, i * MinHash.WORDS);
        }
        return nearest[i];
    }

    private boolean isTooShort(int text) {
        return texts.isTooShort(texts.comparedLength(text));
    }

    private void beginBlock(int start) {
        index.addAll(young, signatures, blockStart);
        young.clear();
        blockStart = start;
        blockEnd =
                (int) Math.min(texts.size(), start + (long) Math.max(SMALLEST_BLOCK, Math.min(start, LARGEST_BLOCK)));
        int size = blockEnd - start;
        if (nearest.length < size) {
            signatures = new int[size * MinHash.WORDS];
            nearest = new int[size];
            similarity = new double[size];
        }
        Arrays.fill(nearest, NONE);
        Arrays.fill(similarity, 0);
        IntStream.range(0, (size + TASK - 1) / TASK).parallel().forEach(this::searchTask);
    }

    private void searchTask(int task) {
        Search free = idle.poll();
        Search worker = free == null ? new Search() : free;
        int start = blockStart + task * TASK;
        for (int text = start; text < Math.min(blockEnd, start + TASK); text++) {
            if (!isTooShort(text)) {
                minHash.sign(texts.compared(text), signatures, (text - blockStart) * MinHash.WORDS);
                worker.search(text, index);
            }
        }
        idle.add(worker);
    }

    @Override
    public List<String> warnings() {
        var limited = new BitSet();
        limited.or(search.limited);
        idle.forEach(worker -> limited.or(worker.limited));
        return limited.isEmpty()
                ? List.of()
                : List.of("near-duplicate: " + limited.cardinality() + " of " + texts.size()
                        + " different texts share so much wording with more than " + candidateLimit
                        + " groups that they were not compared with all of them; near-duplicates may stand apart");
    }

    /** What one thread needs to find nearest leaders. */
    private final class Search {
        private final NearDuplicateVerdict verdict = new NearDuplicateVerdict(texts);
        private final Candidates candidates = new Candidates(index, candidateLimit);
        private final BitSet limited = new BitSet();

        /** Updates the nearest leader of a text of the block by the leaders of an index. */
        private void search(int text, BandIndex leaders) {
            int i = text - blockStart;
            int size = candidates.search(leaders, signatures, i * MinHash.WORDS);
            limited.set(text, limited.get(text) || candidates.isLimited());
            if (size > 0) {
                verdict.begin(text, nearest[i], similarity[i]);
                for (int rank = 0; rank < size; rank++) {
                    verdict.consider(leaders.text(candidates.leader(rank)));
                }
                nearest[i] = verdict.nearest();
                similarity[i] = verdict.similarity();
            }
        }
    }
}
