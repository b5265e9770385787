package dev.slop.core.journal;

import java.util.Locale;
import java.util.Optional;

/** The names of constants in a journal: lower case with hyphens. */
final class JournalNames {
    private JournalNames() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
