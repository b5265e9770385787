package dev.slop.metrics.diversity;

/**
 * ACE: how many different answers there are, estimated from the coverage of those seen rarely.
 *
 * <p>S<sub>abund</sub> + S<sub>rare</sub>/C + (f<sub>1</sub>/C)γ², with C = 1 − f<sub>1</sub>/N<sub>rare</sub> and γ² =
 * max(S<sub>rare</sub>/C · Σ k(k − 1)f<sub>k</sub>/(N<sub>rare</sub>(N<sub>rare</sub> − 1)) − 1, 0), where an answer is
 * rare that was seen at most so many times. No answers: unavailable. All rare answers seen once: unavailable, as their
 * coverage is 0. Source: Chao and Lee (1992), Journal of the American Statistical Association 87; Chao, Hwang, Chen and
 * Kuo (2000), Statistica Sinica 10.
 */
public final class AceRichness {
    private static final int RARE = 10;

    private AceRichness() {}

    /** {@return ACE with answers seen at most 10 times taken as rare, as in vegan and scikit-bio} */
    public static DiversityMeasure withDefaults() {
        return withRareThreshold(RARE);
    }

    /**
     * {@return ACE with another bound for rare answers}
     *
     * @param atMost how often a rare answer is seen at most, at least 1
     * @throws IllegalArgumentException if the threshold is not positive
     */
    public static DiversityMeasure withRareThreshold(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("rare threshold must be positive: " + atMost);
        }
        return new ClassMeasure("ACE (rare: at most " + atMost + ")", classes -> of(classes, atMost));
    }

    private static double of(CountsOfCounts classes, int atMost) {
        classes.total(1);
        double rareClasses = 0;
        double rareAnswers = 0;
        double pairs = 0;
        for (int i = 0; i < classes.size() && classes.count(i) <= atMost; i++) {
            double answers = (double) classes.multiplicity(i) * classes.count(i);
            rareClasses += classes.multiplicity(i);
            rareAnswers += answers;
            pairs += answers * (classes.count(i) - 1);
        }
        double abundant = classes.distinct() - rareClasses;
        return rareClasses == 0 ? abundant : abundant + rare(rareClasses, rareAnswers, pairs, classes.seenTimes(1));
    }

    private static double rare(double classes, double answers, double pairs, double singletons) {
        if (singletons == answers) {
            throw new UndefinedMeasureException("every rare answer was seen once");
        }
        double coverage = 1 - singletons / answers;
        double variation = classes / coverage * pairs / (answers * (answers - 1)) - 1;
        return classes / coverage + singletons / coverage * Math.max(variation, 0);
    }
}
