package dev.slop.core.config;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A mapping all of whose keys are known. */
final class Section {
    private final Field self;
    private final Map<String, Field.Entry> entries;

    Section(Field self, Map<String, Field.Entry> entries) {
        this.self = self;
        this.entries = entries;
    }

    Optional<Field> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(Field.Entry::value);
    }

    Field require(String key) {
        return find(key).orElseThrow(() -> self.fault("'" + key + "' is missing" + self.in()));
    }

    OptionalInt count(String key) {
        return find(key)
                .map(field -> OptionalInt.of((int) field.wholeNumber(1, Integer.MAX_VALUE)))
                .orElse(OptionalInt.empty());
    }

    OptionalLong wholeNumber(String key, long min) {
        return find(key)
                .map(field -> OptionalLong.of(field.wholeNumber(min, Long.MAX_VALUE)))
                .orElse(OptionalLong.empty());
    }
}
