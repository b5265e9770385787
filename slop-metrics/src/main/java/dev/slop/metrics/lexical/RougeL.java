package dev.slop.metrics.lexical;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * ROUGE-L homogenisation: the mean over all pairs of texts of the F1 of their longest common subsequence of words,
 * 2 L / (a + b), L its length, a and b the numbers of words. 1 where all texts are equal, 0 where no two share a word.
 * Texts without a word are left out.
 *
 * <p>Symmetric, so it is the same as the mean over ordered pairs that other tools take. It does not grow with the number
 * of texts; it does grow with their length, as long texts share common words in order by chance ({@link
 * TokenizedTexts#truncated}).
 *
 * <p>Takes a b / 64 steps a pair at most. Where all pairs would take more than {@link #MOST_STEPS}, a seeded sample of
 * them is compared, as many as fit.
 *
 * @see <a href="https://aclanthology.org/W04-1013">Lin (2004), ROUGE</a>
 */
public final class RougeL {
    /** Steps of the bit-parallel matrix after which pairs are sampled: some ten seconds of one thread. */
    public static final double MOST_STEPS = 1e10;

    private static final long SEED = 1;

    private RougeL() {}

    /**
     * {@return the mean F1 over pairs; empty for fewer than two texts with a word}
     *
     * @param texts compared in pairs
     */
    public static OptionalDouble homogenisation(TokenizedTexts texts) {
        return homogenisation(texts, MOST_STEPS);
    }

    /**
     * {@return the mean F1 over pairs, of as many as permitted; empty for fewer than two texts with a word}
     *
     * @param texts compared in pairs
     * @param mostSteps about how many steps may be taken; one pair is compared always
     */
    public static OptionalDouble homogenisation(TokenizedTexts texts, double mostSteps) {
        int[][] filled = filled(texts);
        if (filled.length < 2) {
            return OptionalDouble.empty();
        }
        double steps = steps(filled);
        var lcs = new LongestCommonSubsequence(texts.vocabularySize());
        return OptionalDouble.of(
                steps <= mostSteps ? meanOfAll(filled, lcs) : meanOfSome(filled, lcs, mostSteps / steps));
    }

    private static int[][] filled(TokenizedTexts texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(texts::text)
                .filter(text -> text.length > 0)
                .toArray(int[][]::new);
    }

    private static double steps(int[][] texts) {
        double words = 0;
        double blocks = 0;
        for (int[] text : texts) {
            words += text.length;
            blocks += 1 + text.length / 64;
        }
        return words * blocks / 2;
    }

    private static double meanOfAll(int[][] texts, LongestCommonSubsequence lcs) {
        double[] sums = new double[texts.length];
        addAll(texts, lcs, sums);
        double sum = 0;
        for (double each : sums) {
            sum += each;
        }
        return sum / texts.length / (texts.length - 1);
    }

    private static void addAll(int[][] texts, LongestCommonSubsequence lcs, double[] sums) {
        for (int i = 1; i < texts.length; i++) {
            lcs.compile(texts[i]);
            for (int j = 0; j < i; j++) {
                double f1 = f1(lcs.length(texts[j]), texts[i], texts[j]);
                sums[i] += f1;
                sums[j] += f1;
            }
        }
    }

    private static double meanOfSome(int[][] texts, LongestCommonSubsequence lcs, double share) {
        SplittableRandom random = new SplittableRandom(SEED);
        long pairs = Math.max(1, (long) (share * texts.length / 2 * (texts.length - 1)));
        double sum = 0;
        for (long pair = 0; pair < pairs; pair++) {
            int i = random.nextInt(texts.length);
            int j = random.nextInt(texts.length - 1);
            j += j >= i ? 1 : 0;
            lcs.compile(texts[i]);
            sum += f1(lcs.length(texts[j]), texts[i], texts[j]);
        }
        return sum / pairs;
    }

    private static double f1(int common, int[] a, int[] b) {
        return 2.0 * common / (a.length + b.length);
    }
}
