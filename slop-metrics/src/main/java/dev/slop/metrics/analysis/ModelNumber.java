package dev.slop.metrics.analysis;

import dev.slop.metrics.diversity.AceRichness;
import dev.slop.metrics.diversity.Coverage;
import dev.slop.metrics.diversity.DiversityMeasure;
import dev.slop.metrics.diversity.EntropyEstimator;
import dev.slop.metrics.diversity.Evenness;
import dev.slop.metrics.diversity.HillNumber;
import dev.slop.metrics.diversity.Simpson;
import dev.slop.metrics.inference.Bootstrap.Interval;
import dev.slop.metrics.inference.Bootstrap.Method;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.CountStatistics;
import java.util.Arrays;
import java.util.List;

/** A number of one model's counts that is estimated by resampling, with its range and the interval that suits it. */
@SuppressWarnings("ImmutableEnumChecker") // measures and records of values are immutable, though nothing marks them so
enum ModelNumber {
    /* Which interval suits which number was measured by simulation; docs/statistics.md has the table. Plug-in numbers
     * are biased low and so is every resample of them, which the basic interval turns round; bias-corrected numbers are
     * near normal; the others are the better for BCa. */
    PLUG_IN(EntropyEstimator.plugIn().inBits(), Method.BASIC, Bounds.NOT_NEGATIVE),
    MILLER_MADOW(EntropyEstimator.millerMadow().inBits(), Method.NORMAL, Bounds.NOT_NEGATIVE),
    CHAO_SHEN(EntropyEstimator.chaoShen().inBits(), Method.NORMAL, Bounds.NOT_NEGATIVE),
    GRASSBERGER(EntropyEstimator.grassberger().inBits(), Method.NORMAL, Bounds.NOT_NEGATIVE),
    CHAO_JOST(EntropyEstimator.chaoJost().inBits(), Method.NORMAL, Bounds.NOT_NEGATIVE),
    /* Over the answers seen, whatever the number of cells of a resample. */
    SHRINKAGE(EntropyEstimator.shrinkage(1).inBits(), Method.BASIC, Bounds.NOT_NEGATIVE),
    HILL_0(HillNumber.ofOrder(0), Method.BASIC, Limits.AT_LEAST_ONE),
    HILL_1(HillNumber.ofOrder(1), Method.BASIC, Limits.AT_LEAST_ONE),
    HILL_2(HillNumber.ofOrder(2), Method.BCA, Limits.AT_LEAST_ONE),
    HILL_INFINITY(HillNumber.ofOrder(Double.POSITIVE_INFINITY), Method.BCA, Limits.AT_LEAST_ONE),
    CHAO_JOST_COVERAGE(Coverage.chaoJost(), Method.NORMAL, Bounds.UNIT),
    GOOD_TURING_COVERAGE(Coverage.goodTuring(), Method.NORMAL, Bounds.UNIT),
    ACE(AceRichness.withDefaults(), Method.NORMAL, Limits.AT_LEAST_ONE),
    AGREEMENT(Simpson.unbiased(), Method.BCA, Bounds.UNIT),
    CONCENTRATION(Simpson.concentration(), Method.BCA, Bounds.UNIT),
    PIELOU(Evenness.pielou(), Method.BCA, Bounds.UNIT),
    HEIP(Evenness.heip(), Method.BCA, Bounds.UNIT);

    private static final ModelNumber[] ALL = values();

    private final DiversityMeasure measure;

    private final Interval interval;

    ModelNumber(DiversityMeasure measure, Method method, Bounds bounds) {
        this.measure = measure;
        this.interval = new Interval(method, bounds);
    }

    /** {@return what is computed} */
    DiversityMeasure measure() {
        return measure;
    }

    /** {@return the intervals of all numbers, in their order} */
    static List<Interval> intervals() {
        return Arrays.stream(ALL).map(number -> number.interval).toList();
    }

    /** {@return all numbers of the first sample} */
    static CountStatistics statistics() {
        return new PatternMemo(ModelNumber::evaluate);
    }

    private static void evaluate(long[][] samples, double[] into) {
        for (int i = 0; i < ALL.length; i++) {
            into[i] = orNaN(ALL[i].measure, samples[0]);
        }
    }

    /** Resampling wants NaN where a measure throws. */
    private static double orNaN(DiversityMeasure measure, long[] counts) {
        try {
            return measure.of(counts);
        } catch (IllegalArgumentException undefined) {
            return Double.NaN;
        }
    }

    /** Bounds that an enum constant cannot name otherwise. */
    private static final class Limits {
        static final Bounds AT_LEAST_ONE = new Bounds(1, Double.POSITIVE_INFINITY);

        private Limits() {}
    }
}
