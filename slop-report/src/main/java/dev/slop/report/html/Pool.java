package dev.slop.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values stored once and referred to by number.
 *
 * @param <T> the values
 */
final class Pool<T> {
    private final Map<T, Integer> positions = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** {@return the number of a value, a new one if it was not there} */
    int add(T value) {
        Integer known = positions.putIfAbsent(value, values.size());
        if (known == null) {
            values.add(value);
            return values.size() - 1;
        }
        return known;
    }

    /** {@return the values by number} */
    List<T> values() {
        return values;
    }
}
