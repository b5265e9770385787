package dev.slop.core.config;

import dev.slop.core.SamplingParameters;
import java.util.List;
import java.util.OptionalDouble;

/** Builds the knobs of a request from the file's values. */
final class ParameterReader {
    private ParameterReader() {}

    static SamplingParameters read(Section section) {
        return new SamplingParameters(
                section.find("temperature")
                        .map(f -> OptionalDouble.of(f.inClosedRange(0, 2)))
                        .orElse(OptionalDouble.empty()),
                section.find("top-p")
                        .map(f -> OptionalDouble.of(f.inClosedRange(0, 1)))
                        .orElse(OptionalDouble.empty()),
                section.count("top-k"),
                section.count("max-output-tokens"),
                section.wholeNumber("seed", Long.MIN_VALUE),
                section.find("reasoning-effort").map(Field::filledText),
                section.find("stop").map(ParameterReader::stop).orElse(List.of()));
    }

    private static List<String> stop(Field field) {
        List<Field> items = field.isText() ? List.of(field) : field.list();
        for (Field item : items) {
            if (item.text().isEmpty()) {
                throw item.error("must not be empty");
            }
        }
        return items.stream().map(Field::text).toList();
    }
}
