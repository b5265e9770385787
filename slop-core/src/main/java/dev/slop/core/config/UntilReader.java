package dev.slop.core.config;

import dev.slop.core.StoppingCriterion;
import dev.slop.core.StoppingCriterion.Measure;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code until} says.
 *
 * @param criterion when sampling is enough
 * @param maxSamples draws at most, where stated
 */
record UntilReader(StoppingCriterion criterion, OptionalInt maxSamples) {
    static UntilReader read(Field field) {
        Section section = field.section(Keys.UNTIL);
        Optional<Field> coverage = section.find("coverage");
        Optional<Field> width = section.find("distinct-width");
        if (coverage.isPresent() == width.isPresent()) {
            throw field.error("must state one of coverage and distinct-width");
        }
        int batch = section.count("batch").orElse(StoppingCriterion.DEFAULT_BATCH);
        int min = section.count("min-samples").orElse(Math.max(batch, StoppingCriterion.DEFAULT_MIN_SAMPLES));
        StoppingCriterion criterion = coverage.map(f -> new StoppingCriterion(Measure.COVERAGE, share(f), batch, min))
                .orElseGet(() -> new StoppingCriterion(
                        Measure.DISTINCT_WIDTH, width.orElseThrow().positive(), batch, min));
        return new UntilReader(criterion, section.count("max-samples"));
    }

    private static double share(Field field) {
        return field.decimal("a number above 0 and below 1", v -> v.doubleValue() > 0 && v.doubleValue() < 1)
                .doubleValue();
    }

    /** {@return draws at most: from here or from {@code samples} beside it, but not from both} */
    static OptionalInt samples(Section section, Optional<UntilReader> until) {
        OptionalInt max = until.map(UntilReader::maxSamples).orElse(OptionalInt.empty());
        if (max.isPresent() && section.find("samples").isPresent()) {
            throw section.require("until")
                    .error("states max-samples, so samples beside it says nothing; leave one out");
        }
        return max.isPresent() ? max : section.count("samples");
    }
}
