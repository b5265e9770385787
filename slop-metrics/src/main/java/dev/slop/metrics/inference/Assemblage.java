package dev.slop.metrics.inference;

import dev.slop.metrics.diversity.Chao1;
import dev.slop.metrics.diversity.Coverage;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A model's distribution as a sample lets one guess it, answers not seen included: the shares seen are lowered to the
 * estimated coverage C, and 1 − C is dealt equally to the answers that Chao1 estimates were missed. Immutable.
 *
 * <p>p<sub>i</sub> = (n<sub>i</sub>/n)(1 − λ(1 − n<sub>i</sub>/n)<sup>n</sup>) with λ such that they sum to C. Source:
 * Chao and Jost, Methods in Ecology and Evolution 6 (2015) 873; R package {@code iNEXT}.
 */
final class Assemblage {
    /* So many times n unseen answers are as good as more: n draws would hardly tell. It keeps memory in proportion. */
    private static final double MOST_UNSEEN = 16;
    private static final long WORTH_BINOMIALS = 32;

    private final double[] shares;
    private final AliasTable answers;
    private final long n;

    private Assemblage(double[] shares, long n) {
        this.shares = shares;
        this.answers = AliasTable.of(shares);
        this.n = n;
    }

    /**
     * Guesses the distribution.
     *
     * @param counts two answers at least
     */
    static Assemblage of(long[] counts) {
        long n = Arrays.stream(counts).sum();
        double[] seen = Arrays.stream(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> (double) count / n)
                .toArray();
        double missed = 1 - Coverage.chaoJost().of(counts);
        int unseen = unseen(counts, n);
        double weight = 0;
        for (double share : seen) {
            weight += share * Math.pow(1 - share, (double) n);
        }
        if (unseen == 0 || !(missed > 0) || !(weight > 0)) {
            return new Assemblage(seen, n);
        }
        double[] shares = Arrays.copyOf(seen, seen.length + unseen);
        Arrays.fill(shares, seen.length, shares.length, missed / unseen);
        for (int i = 0; i < seen.length; i++) {
            shares[i] = Math.max(0, seen[i] * (1 - missed / weight * Math.pow(1 - seen[i], (double) n)));
        }
        return new Assemblage(shares, n);
    }

    private static int unseen(long[] counts, long n) {
        double distinct = Arrays.stream(counts).filter(count -> count > 0).count();
        double estimated = Chao1.sampleSizeCorrected().of(counts) - distinct;
        // Rounding in Chao1 less S must not make one more.
        return (int) Math.min(Math.min(Math.ceil(estimated - 1e-9), MOST_UNSEEN * n), Integer.MAX_VALUE / 4.0);
    }

    /** {@return how many answers there are, seen or not} */
    int size() {
        return shares.length;
    }

    double share(int answer) {
        return shares[answer];
    }

    /** {@return draws of n answers; to be used by one thread} */
    Sample sample() {
        return new Sample(this);
    }

    /** Draws samples one after the other. Its buffers are as long as the distribution, what it hands out is not. */
    static final class Sample {
        private final Assemblage from;
        private final int[] tally;
        private final int[] drawn;

        private Sample(Assemblage from) {
            this.from = from;
            this.tally = new int[from.size()];
            this.drawn = new int[(int) Math.min(from.n, from.size())];
        }

        /** {@return how often each answer was drawn, in no order; answers that were not drawn may be left out} */
        long[] next(SplittableRandom random) {
            return from.n > WORTH_BINOMIALS * from.size() ? from.byCell(random) : byAnswer(random);
        }

        private long[] byAnswer(SplittableRandom random) {
            int distinct = 0;
            for (long i = 0; i < from.n; i++) {
                int answer = from.answers.draw(random);
                if (tally[answer]++ == 0) {
                    drawn[distinct++] = answer;
                }
            }
            long[] counts = new long[distinct];
            for (int i = 0; i < distinct; i++) {
                counts[i] = tally[drawn[i]];
                tally[drawn[i]] = 0;
            }
            return counts;
        }
    }

    private long[] byCell(SplittableRandom random) {
        long[] counts = new long[shares.length];
        long left = n;
        double weight = 1;
        for (int i = 0; i < shares.length; i++) {
            boolean last = i == shares.length - 1;
            counts[i] = last ? left : BinomialSampler.draw(random, left, Math.min(1, shares[i] / weight));
            left -= counts[i];
            weight -= shares[i];
        }
        return counts;
    }
}
