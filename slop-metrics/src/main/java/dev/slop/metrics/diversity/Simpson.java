package dev.slop.metrics.diversity;

/**
 * Simpson's concentration: the chance that two answers are the same.
 *
 * <p>1 if all answers are equal. Its complement is the Gini–Simpson index, its inverse the Hill number of order 2.
 * Source: Simpson (1949), Nature 163.
 */
public final class Simpson {
    private Simpson() {}

    /** {@return Σ p<sub>i</sub>², two draws with replacement: biased high. No answers: unavailable} */
    public static DiversityMeasure concentration() {
        return new ClassMeasure("Simpson concentration", Simpson::biased);
    }

    /**
     * {@return Σ n<sub>i</sub>(n<sub>i</sub> − 1)/(n(n − 1)): the unbiased estimate of the chance that two fresh answers
     * agree. Fewer than two answers: unavailable}
     */
    public static DiversityMeasure unbiased() {
        return new ClassMeasure("Simpson concentration (unbiased)", Simpson::unbiased);
    }

    private static double biased(CountsOfCounts classes) {
        long n = classes.total(1);
        double squares = 0;
        for (int i = 0; i < classes.size(); i++) {
            squares += (double) classes.multiplicity(i) * classes.count(i) * classes.count(i);
        }
        return squares / n / n;
    }

    private static double unbiased(CountsOfCounts classes) {
        long n = classes.total(2);
        double pairs = 0;
        for (int i = 0; i < classes.size(); i++) {
            pairs += (double) classes.multiplicity(i) * classes.count(i) * (classes.count(i) - 1);
        }
        return pairs / n / (n - 1);
    }
}
