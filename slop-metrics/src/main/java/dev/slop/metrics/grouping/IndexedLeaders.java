package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Compares a text with the leaders that share a key with it. */
final class IndexedLeaders implements Leaders {
    private static final int SMALLEST_BLOCK = 1 << 10;
    private static final int LARGEST_BLOCK = 1 << 14;

    /* Texts go in blocks. Those of a block look in parallel for the nearest of the leaders before the block; then one
     * after the other for a nearer one among the leaders that the block itself brings. The nearest of all comes out,
     * whatever the number of threads. Blocks grow with what is known, as the second part is no parallel work. */
    private final ComparedTexts texts;
    private final MinHash minHash;
    private final int candidateLimit;
    private final BandIndex index;
    private final Search[] searches;
    private BandIndex young;
    private int[] signatures = {};
    private int[] nearest = {};
    private double[] similarity = {};
    private int blockStart;
    private int blockEnd;

    IndexedLeaders(ComparedTexts texts, NearDuplicateOptions options) {
        this.texts = texts;
        this.minHash = new MinHash(Boilerplate.of(texts, options));
        this.candidateLimit = options.candidateLimit();
        this.index = new BandIndex(candidateLimit);
        this.young = new BandIndex(candidateLimit);
        this.searches = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(i -> new Search())
                .toArray(Search[]::new);
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
        searches[0].search(text, young);
        if (nearest[i] == NONE) {
            young.add(text, signatures, i * MinHash.WORDS);
        }
        return nearest[i];
    }

    private boolean isTooShort(int text) {
        return texts.isTooShort(texts.comparedLength(text));
    }

    private void beginBlock(int start) {
        for (int leader = 0; leader < young.leaders(); leader++) {
            int text = young.text(leader);
            index.add(text, signatures, (text - blockStart) * MinHash.WORDS);
        }
        young = new BandIndex(candidateLimit);
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
        IntStream.range(0, searches.length).parallel().forEach(this::searchStripe);
    }

    private void searchStripe(int stripe) {
        for (int text = blockStart + stripe; text < blockEnd; text += searches.length) {
            if (!isTooShort(text)) {
                minHash.sign(texts.compared(text), signatures, (text - blockStart) * MinHash.WORDS);
                searches[stripe].search(text, index);
            }
        }
    }

    @Override
    public List<String> warnings() {
        var limited = new BitSet();
        for (Search search : searches) {
            limited.or(search.limited);
        }
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
