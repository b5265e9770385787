package dev.slop.metrics.analysis;

import dev.slop.metrics.diversity.AceRichness;
import dev.slop.metrics.diversity.DiversityMeasure;
import dev.slop.metrics.diversity.Evenness;
import dev.slop.metrics.diversity.Simpson;
import dev.slop.metrics.inference.Bootstrap.Interval;
import dev.slop.metrics.inference.Bootstrap.Method;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.CountStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** A number of one model's counts that is estimated by resampling, with its range and the interval that suits it. */
@SuppressWarnings("ImmutableEnumChecker") // measures and records of values are immutable, though nothing marks them so
enum ModelNumber {
    ACE(AceRichness.withDefaults(), Method.STUDENT, Limits.AT_LEAST_ONE),
    AGREEMENT(Simpson.unbiased(), Method.STUDENT, Bounds.UNIT),
    CONCENTRATION(Simpson.concentration(), Method.STUDENT, Bounds.UNIT),
    PIELOU(Evenness.pielou(), Method.STUDENT, Bounds.UNIT),
    HEIP(Evenness.heip(), Method.STUDENT, Bounds.UNIT);

    private static final ModelNumber[] ALL = values();
    private static final BiConsumer<long[], double[]> JOINTLY = DiversityMeasure.jointly(
            Arrays.stream(ALL).map(number -> number.measure).toList());

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
        return new PatternMemo((samples, into) -> JOINTLY.accept(samples[0], into));
    }

    /** Bounds that an enum constant cannot name otherwise. */
    private static final class Limits {
        static final Bounds AT_LEAST_ONE = new Bounds(1, Double.POSITIVE_INFINITY);

        private Limits() {}
    }
}
