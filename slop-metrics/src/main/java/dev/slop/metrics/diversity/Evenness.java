package dev.slop.metrics.diversity;

/**
 * How evenly the answers that occurred are spread: 1 if all are equally frequent.
 *
 * <p>No answers: unavailable. All answers equal: unavailable, as one class is neither even nor uneven; only the
 * {@linkplain #hillRatio Hill ratio} is then 1.
 */
public final class Evenness {
    private Evenness() {}

    /** {@return Pielou's H / ln S, in [0, 1], with the plug-in entropy} */
    public static DiversityMeasure pielou() {
        return new ClassMeasure(
                "evenness (Pielou)", classes -> PlugInEntropy.of(classes) / Math.log(severalOf(classes)));
    }

    /** {@return Heip's (exp H − 1)/(S − 1), in [0, 1], with the plug-in entropy} */
    public static DiversityMeasure heip() {
        return new ClassMeasure(
                "evenness (Heip)", classes -> Math.expm1(PlugInEntropy.of(classes)) / (severalOf(classes) - 1));
    }

    /**
     * {@return the Hill number of an order over S, in [1/S, 1]; for q = 1 Sheldon's evenness}
     *
     * @param q order, above 0; may be infinite
     * @throws IllegalArgumentException if q is not positive
     */
    public static DiversityMeasure hillRatio(double q) {
        if (!(q > 0)) {
            throw new IllegalArgumentException("order must be positive: " + q);
        }
        return new Measure(
                "evenness (Hill ratio of order " + q + ")",
                counts -> HillNumber.of(counts, q) / Counts.distinct(counts));
    }

    private static int severalOf(CountsOfCounts classes) {
        if (classes.distinct() == 1) {
            throw new UndefinedMeasureException("all answers are equal");
        }
        return classes.distinct();
    }
}
