package dev.slop.providers;

import dev.slop.core.ConfigurationException;
import dev.slop.core.provider.Environment;
import java.util.Optional;

/** Holds a key so that nothing prints it by accident. */
final class ApiKey {
    private static final ApiKey NONE = new ApiKey("", "");
    private static final String HIDDEN = "[key]";

    /** Shorter ones are placeholders such as "none" or "EMPTY", which occur in answers too. */
    private static final int SHORTEST_SECRET = 12;

    private final String variable;
    private final String value;

    private ApiKey(String variable, String value) {
        this.variable = variable;
        this.value = value;
    }

    static ApiKey none() {
        return NONE;
    }

    /** The key in a variable, if that is set. */
    static Optional<ApiKey> read(String variable, Environment environment) {
        return environment.get(variable).map(value -> {
            // Checked here, because java.net.http shows a header value that it rejects.
            if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw new ConfigurationException(variable + ": holds a character that no key has");
            }
            return new ApiKey(variable, value);
        });
    }

    boolean isPresent() {
        return !value.isEmpty();
    }

    String variable() {
        return variable;
    }

    /** The only way to the key: the value of the header that carries it. */
    String header(String prefix) {
        return prefix + value;
    }

    /** The text without the key, should a server have echoed it. */
    String scrub(String text) {
        return value.length() < SHORTEST_SECRET ? text : text.replace(value, HIDDEN);
    }

    @Override
    public String toString() {
        return isPresent() ? "key of " + variable : "no key";
    }
}
