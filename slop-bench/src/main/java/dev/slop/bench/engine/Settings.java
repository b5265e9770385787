package dev.slop.bench.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Arguments of the form {@code name=value}.
 *
 * @param values by name
 */
record Settings(Map<String, String> values) {
    static Settings of(List<String> arguments) {
        Map<String, String> values = new TreeMap<>();
        for (String argument : arguments) {
            int at = argument.indexOf('=');
            if (at > 0) {
                values.put(argument.substring(0, at), argument.substring(at + 1));
            }
        }
        return new Settings(values);
    }

    String text(String name, String preset) {
        return values.getOrDefault(name, preset);
    }

    int number(String name, int preset) {
        return Integer.parseInt(text(name, String.valueOf(preset)));
    }

    double decimal(String name, double preset) {
        return Double.parseDouble(text(name, String.valueOf(preset)));
    }
}
