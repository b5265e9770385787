package dev.slop.core.provider;

import java.util.Map;
import java.util.Optional;

/** Where keys and base URLs come from: the process environment, or a map in a test. */
@FunctionalInterface
public interface Environment {
    /**
     * Looks a variable up.
     *
     * @param name of the variable
     * @return its value; absent if it is not set or blank
     */
    Optional<String> get(String name);

    /** {@return the environment of this process} */
    static Environment system() {
        return of(System.getenv());
    }

    /**
     * {@return an environment of the given variables}
     *
     * @param variables by name
     */
    static Environment of(Map<String, String> variables) {
        Map<String, String> copy = Map.copyOf(variables);
        return name -> Optional.ofNullable(copy.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }
}
