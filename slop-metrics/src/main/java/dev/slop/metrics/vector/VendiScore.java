package dev.slop.metrics.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Vendi score: the effective number of different answers where answers may be alike by degrees. With λ the eigenvalues
 * of K/n, K the similarities with 1 on the diagonal, it is the Hill number of order q of λ,
 * (Σ λ<sup>q</sup>)<sup>1/(1−q)</sup>: 1 where all answers are the same, n where none resembles another, and the plain Hill
 * number where answers are either the same or not alike at all.
 *
 * <ul>
 *   <li>q = 0: the rank, counting eigenvalues above max(n, d) · 2<sup>−23</sup> of the largest (embeddings are of single
 *       precision). q = 1: exp of the entropy of λ. q = ∞: 1 / the largest.
 *   <li>q = 2 needs no eigenvalues: n<sup>2</sup> / Σ K<sub>ij</sub><sup>2</sup>.
 *   <li>With embeddings K is the cosines. More texts than dimensions are taken in dual form: Xᵀ X has the same positive
 *       eigenvalues as X Xᵀ, so the cost is O(n d<sup>2</sup> + d<sup>3</sup>);
 *       sums are of double precision: 1e−9 of the score of the rows as they are held, whatever the number of threads.
 *   <li>A kernel that is not positive semi-definite has negative eigenvalues, for which the score is not defined. They are
 *       set to 0, the others scaled to a sum of 1, and a warning tells how much was set aside.
 * </ul>
 *
 * <p>Source: Friedman and Dieng, The Vendi Score (TMLR 2023); order q: Pasarkar and Dieng, Cousins of the Vendi Score
 * (2023). The reference package {@code vendi-score} drops negative eigenvalues silently.
 */
public final class VendiScore {
    private static final double SINGLE_PRECISION = Math.ulp(1f);
    private static final double DOUBLE_PRECISION = Math.ulp(1.0);

    private final double order;

    private VendiScore(double order) {
        this.order = order;
    }

    /**
     * {@return the score of an order}
     *
     * @param q at least 0; may be infinite, need not be whole
     * @throws IllegalArgumentException if q is negative or NaN
     */
    public static VendiScore ofOrder(double q) {
        if (!(q >= 0)) {
            throw new IllegalArgumentException("order of a Vendi score must not be negative: " + q);
        }
        return new VendiScore(q);
    }

    /**
     * {@return the score of texts, in [1, min(n, d)]}
     *
     * @param texts embedded
     */
    public double of(Embeddings texts) {
        double[][] gram = Gram.smaller(texts);
        double most = gram.length;
        if (order == 2) {
            return within(most, (double) texts.size() * texts.size() / Kernel.sumOfSquares(gram));
        }
        double[] spectrum = SymmetricEigenvalues.of(gram);
        Spectrum shares = Spectrum.of(spectrum, Math.max(texts.size(), texts.dimension()) * SINGLE_PRECISION);
        return within(most, shares.hill(order));
    }

    /**
     * {@return the score of texts that were given several times, as if each were there so often}
     *
     * @param texts embedded, each different one once
     * @param counts how often each was given, at least 0
     * @throws IllegalArgumentException if there are not as many counts as texts, one is negative, or all are 0
     */
    public double of(Embeddings texts, long[] counts) {
        Weights weights = Weights.of(texts, counts);
        double[][] gram;
        if (texts.size() <= texts.dimension()) {
            gram = Gram.ofRows(texts);
            weights.scaleByRoots(gram);
        } else {
            gram = Gram.ofColumns(weights.scaledByRoots(texts));
        }
        double[] spectrum = SymmetricEigenvalues.of(gram);
        Spectrum shares = Spectrum.of(spectrum, Math.max(texts.size(), texts.dimension()) * SINGLE_PRECISION);
        return within(Math.min(weights.total(), gram.length), shares.hill(order));
    }

    /**
     * {@return the score of texts with any similarity between them}
     *
     * @param similarities square and symmetric, with 1 on the diagonal; not changed
     * @throws IllegalArgumentException if the matrix is empty, not square, not symmetric, has a number that is not finite,
     *     or another diagonal; the message names the row
     */
    public Score of(double[][] similarities) {
        double[][] copy = Kernel.checked(similarities);
        int n = copy.length;
        double squares = Kernel.sumOfSquares(copy);
        Spectrum shares = Spectrum.of(SymmetricEigenvalues.of(copy), n * DOUBLE_PRECISION);
        boolean clipped = shares.negative() > n * n * DOUBLE_PRECISION;
        double value = order == 2 && !clipped ? (double) n * n / squares : shares.hill(order);
        return new Score(within(n, value), clipped ? shares.negative() : 0, clipped ? warning(shares) : List.of());
    }

    private static double within(double most, double value) {
        return Math.max(1, Math.min(most, value));
    }

    private static List<String> warning(Spectrum shares) {
        return List.of(String.format(
                Locale.ROOT,
                "the similarities are not positive semi-definite: negative eigenvalues with %.3g of the sum were set to 0",
                shares.negative()));
    }

    /**
     * A score of stated similarities.
     *
     * @param value the score, in [1, n]
     * @param negativeShare minus the sum of the negative eigenvalues of K/n; 0 where K is positive semi-definite
     * @param warnings what a reader must know, one sentence each; mostly none
     */
    public record Score(double value, double negativeShare, List<String> warnings) {
        public Score {
            warnings = List.copyOf(warnings);
        }
    }

    /** Eigenvalues as shares. */
    private static final class Spectrum {
        private final double[] shares;
        private final double negative;

        private Spectrum(double[] shares, double negative) {
            this.shares = shares;
            this.negative = negative;
        }

        static Spectrum of(double[] ascending, double tolerance) {
            double largest = ascending[ascending.length - 1];
            double all = Arrays.stream(ascending).sum();
            double[] positive = Arrays.stream(ascending)
                    .filter(v -> v > tolerance * largest)
                    .toArray();
            double sum = Arrays.stream(positive).sum();
            double negative = -Arrays.stream(ascending).filter(v -> v < 0).sum();
            return new Spectrum(Arrays.stream(positive).map(v -> v / sum).toArray(), negative / all);
        }

        /** Minus the sum of what is negative, as a share of all. */
        double negative() {
            return negative;
        }

        double hill(double q) {
            if (q == 0) {
                return shares.length;
            }
            double largest = shares[shares.length - 1];
            if (q == Double.POSITIVE_INFINITY) {
                return 1 / largest;
            }
            if (q == 1) {
                return Math.exp(-Arrays.stream(shares).map(p -> p * Math.log(p)).sum());
            }
            // The largest share is factored out, so that high orders do not underflow.
            double sum =
                    Arrays.stream(shares).map(p -> Math.pow(p / largest, q)).sum();
            return Math.exp((q * Math.log(largest) + Math.log(sum)) / (1 - q));
        }
    }
}
