package dev.slop.metrics.diversity;

/**
 * Estimates the Shannon entropy of the distribution that answers were drawn from.
 *
 * <p>The plug-in estimate is too low when n is small, by about (S − 1)/(2n) nats; the others correct for the answers
 * that were not seen, each in its way. None of them can be trusted when nearly every answer occurs once.
 *
 * <ul>
 *   <li>No answers: unavailable.
 *   <li>All answers equal: 0 for every estimator but {@linkplain #shrinkage(int) shrinkage} over further cells.
 * </ul>
 */
public interface EntropyEstimator {
    /** {@return the estimator's name in the literature} */
    String name();

    /**
     * {@return the entropy in nats}
     *
     * @param counts of the different answers, in any order; not changed
     * @throws IllegalArgumentException if a count is negative or all are 0
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    double nats(long[] counts);

    /**
     * {@return the entropy in bits, that of nats divided by ln 2}
     *
     * @param counts of the different answers, in any order; not changed
     * @throws IllegalArgumentException if a count is negative or all are 0
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    default double bits(long[] counts) {
        return nats(counts) / Logarithms.LN_2;
    }

    /** {@return this estimator as a measure, in nats} */
    default DiversityMeasure inNats() {
        return new Measure("entropy in nats (" + name() + ")", this::nats);
    }

    /** {@return this estimator as a measure, in bits} */
    default DiversityMeasure inBits() {
        return new Measure("entropy in bits (" + name() + ")", this::bits);
    }

    /** {@return −Σ p<sub>i</sub> ln p<sub>i</sub>, the maximum-likelihood estimate; biased low} */
    static EntropyEstimator plugIn() {
        return new PlugInEntropy();
    }

    /**
     * {@return the plug-in estimate + (S − 1)/(2n), the first-order bias correction}
     *
     * <p>Source: Miller (1955), Note on the bias of information estimates; R package {@code entropy}.
     */
    static EntropyEstimator millerMadow() {
        return new MillerMadowEntropy();
    }

    /**
     * {@return −Σ C p<sub>i</sub> ln(C p<sub>i</sub>) / (1 − (1 − C p<sub>i</sub>)<sup>n</sup>), with the coverage C = 1
     * − f<sub>1</sub>/n}
     *
     * <p>Where every answer occurs once, f<sub>1</sub> is taken as n − 1, so that C is not 0. Source: Chao and Shen
     * (2003), Environmental and Ecological Statistics 10; R package {@code entropy}.
     */
    static EntropyEstimator chaoShen() {
        return new ChaoShenEntropy();
    }

    /**
     * {@return ln n − Σ n<sub>i</sub> G(n<sub>i</sub>)/n, with G(1) = −γ − ln 2, G(2) = 2 − γ − ln 2, G(2m + 1) = G(2m)
     * and G(2m + 2) = G(2m) + 2/(2m + 1)}
     *
     * <p>Where all answers are equal it is taken as 0; the formula strays by up to 1/n, and gives 1.27 for one answer. Source:
     * Grassberger (2003), Entropy Estimates from Insufficient Samplings, arXiv physics/0307138.
     */
    static EntropyEstimator grassberger() {
        return new GrassbergerEntropy();
    }

    /**
     * {@return Σ p<sub>i</sub> (ψ(n) − ψ(n<sub>i</sub>)) + (f<sub>1</sub>/n)(1 − a)<sup>1−n</sup> (−ln a −
     * Σ<sub>k=1..n−1</sub> (1 − a)<sup>k</sup>/k), with a = 2f<sub>2</sub>/((n − 1)f<sub>1</sub> + 2f<sub>2</sub>)}
     *
     * <p>Without answers seen twice, a = 2/((n − 1)(f<sub>1</sub> − 1) + 2). Source: Chao, Wang and Jost (2013), Methods
     * in Ecology and Evolution 4; R package {@code iNEXT}.
     */
    static EntropyEstimator chaoJost() {
        return new ChaoJostEntropy();
    }

    /**
     * Shrinks the shares towards equal ones, over as many cells as there are counts: here zeros matter.
     *
     * @return the entropy of λ/k + (1 − λ)p<sub>i</sub> over k cells, with λ = (1 − Σp<sub>i</sub>²) / ((n − 1) Σ(1/k −
     *     p<sub>i</sub>)²), at most 1
     * @see #shrinkage(int)
     */
    static EntropyEstimator shrinkage() {
        return new ShrinkageEntropy(0);
    }

    /**
     * Shrinks the shares towards equal ones over a stated number of cells, as of a support that is known (James–Stein).
     *
     * <p>Source: Hausser and Strimmer (2009), Journal of Machine Learning Research 10; R package {@code entropy}.
     *
     * @param cells how many different answers there can be; where more occurred, so many
     * @return the estimator
     * @throws IllegalArgumentException if {@code cells} is not positive
     */
    static EntropyEstimator shrinkage(int cells) {
        if (cells < 1) {
            throw new IllegalArgumentException("cells must be positive: " + cells);
        }
        return new ShrinkageEntropy(cells);
    }
}
