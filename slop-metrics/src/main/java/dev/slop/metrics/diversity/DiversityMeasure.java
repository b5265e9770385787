package dev.slop.metrics.diversity;

import dev.slop.metrics.FrequencyTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/** A number computed from counts alone, whatever their order. Measures are immutable and safe for all threads. */
public interface DiversityMeasure {
    /** {@return what is measured and how, for example {@code "Simpson (unbiased)"}} */
    String name();

    /**
     * Computes the measure.
     *
     * @param counts of the different answers, in any order; not changed
     * @return a number, never NaN
     * @throws IllegalArgumentException if a count is negative, or if the measure does not exist for these counts; the
     *     message tells why, as {@link #unavailable} does
     * @throws ArithmeticException if the sum of the counts exceeds a long
     */
    double of(long[] counts);

    /**
     * {@return why the measure does not exist for these counts; empty if it does}
     *
     * @param counts of the different answers, in any order; not changed
     * @throws IllegalArgumentException if a count is negative
     */
    default Optional<String> unavailable(long[] counts) {
        try {
            of(counts);
            return Optional.empty();
        } catch (UndefinedMeasureException undefined) {
            return Optional.of(undefined.reason());
        }
    }

    /**
     * {@return the measure, or empty where it does not exist; {@link #unavailable} tells why}
     *
     * @param answers counted
     */
    default OptionalDouble of(FrequencyTable<?> answers) {
        try {
            return OptionalDouble.of(of(answers.counts()));
        } catch (UndefinedMeasureException undefined) {
            return OptionalDouble.empty();
        }
    }

    /**
     * {@return a function that computes several measures of the same counts into an array, NaN where one does not exist}
     *
     * <p>It goes over the counts once for all measures that allow it: for resampling, which does so many thousand times.
     *
     * @param measures what to compute, in the order of the array
     */
    static BiConsumer<long[], double[]> jointly(List<? extends DiversityMeasure> measures) {
        return new JointMeasures(measures)::compute;
    }
}
