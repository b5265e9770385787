package dev.slop.core.journal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of constants in a journal: lower case with hyphens. */
final class JournalNames {
    private JournalNames() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Map<String, E> table(Class<E> type) {
        return Stream.of(type.getEnumConstants()).collect(Collectors.toUnmodifiableMap(JournalNames::of, e -> e));
    }
}
