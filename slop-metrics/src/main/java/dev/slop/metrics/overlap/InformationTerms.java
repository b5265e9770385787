package dev.slop.metrics.overlap;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a cell adds to the Jensen–Shannon divergence and to the Hellinger distance, and how much less that is than if its
 * answers were of two kinds. For small samples, of which many are compared, from a table: few different cells occur, and
 * logarithms and roots are slow.
 */
final class InformationTerms {
    private static final double BITS = 1 / Math.log(2);
    private static final int MOST_ANSWERS = 32;
    private static final AtomicReferenceArray<InformationTerms> TABLES =
            new AtomicReferenceArray<>(MOST_ANSWERS * MOST_ANSWERS);

    private final double answersA;
    private final double answersB;
    private final int stride;
    /** Empty where the terms are computed. */
    private final double[] jensenShannon;

    private final double[] roots;

    private InformationTerms(long answersA, long answersB, boolean listed) {
        this.answersA = answersA;
        this.answersB = answersB;
        this.stride = listed ? (int) answersB + 1 : 0;
        int cells = listed ? ((int) answersA + 1) * stride : 0;
        this.jensenShannon = new double[cells];
        this.roots = new double[cells];
        for (int i = 0; i < cells; i++) {
            int a = i / stride;
            int b = i % stride;
            jensenShannon[i] = jensenShannonSaving(a / this.answersA, b / this.answersB);
            roots[i] = 2 * Math.sqrt(a / this.answersA * (b / this.answersB));
        }
    }

    /**
     * The terms for samples of two sizes.
     *
     * @param answersA answers of one
     * @param answersB answers of the other
     */
    static InformationTerms of(long answersA, long answersB) {
        if (answersA >= MOST_ANSWERS || answersB >= MOST_ANSWERS) {
            return new InformationTerms(answersA, answersB, false);
        }
        int index = (int) (answersA * MOST_ANSWERS + answersB);
        InformationTerms known = TABLES.get(index);
        if (known != null) {
            return known;
        }
        InformationTerms made = new InformationTerms(answersA, answersB, true);
        TABLES.set(index, made);
        return made;
    }

    /** {@return what the cell adds to the divergence} */
    double jensenShannonBits(long a, long b) {
        return (a / answersA + b / answersB) / 2 - jensenShannonSaving(a, b);
    }

    /** {@return (p + q)/2, which two cells would add, less what the one does} */
    double jensenShannonSaving(long a, long b) {
        return stride > 0 ? jensenShannon[(int) a * stride + (int) b] : jensenShannonSaving(a / answersA, b / answersB);
    }

    /** {@return p + q less (√p − √q)²} */
    double rootSaving(long a, long b) {
        return stride > 0 ? roots[(int) a * stride + (int) b] : 2 * Math.sqrt(a / answersA * (b / answersB));
    }

    private static double jensenShannonSaving(double p, double q) {
        if (p == 0 || q == 0) {
            return 0;
        }
        double middle = (p + q) / 2;
        return middle - (p * Math.log(p / middle) + q * Math.log(q / middle)) * BITS / 2;
    }
}
