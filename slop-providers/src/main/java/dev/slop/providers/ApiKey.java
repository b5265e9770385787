package dev.slop.providers;

import dev.slop.core.ConfigurationException;
import dev.slop.core.provider.Environment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a key so that nothing prints it by accident. */
final class ApiKey {
    private static final ApiKey NONE = new ApiKey("", "");
    private static final String HIDDEN = "[key]";

    /** Shorter ones are placeholders such as "none" or "EMPTY", which occur in answers too. */
    private static final int SHORTEST_SECRET = 12;

    private final String variable;
    private final String value;
    private final List<String> escaped;

    private ApiKey(String variable, String value) {
        this.variable = variable;
        this.value = value;
        this.escaped = escaped(value);
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

    /** The text without the key, should a server have echoed it, be it escaped as in JSON, in a URL or in HTML. */
    String scrub(String text) {
        if (value.length() < SHORTEST_SECRET) {
            return text;
        }
        String clean = text.replace(value, HIDDEN);
        for (String echo : escaped) {
            clean = clean.replace(echo, HIDDEN);
        }
        return clean;
    }

    /** The forms of a key that differ from it: only of those with more than letters, digits, dashes and dots. */
    private static List<String> escaped(String value) {
        return Stream.of(
                        value.replace("/", "\\/"),
                        value.replace("/", "\\u002f"),
                        value.replace("/", "\\u002F"),
                        value.replace("&", "&amp;").replace("/", "&#x2F;"),
                        value.replace("=", "\\u003d").replace("+", "\\u002b").replace("/", "\\/"),
                        URLEncoder.encode(value, StandardCharsets.UTF_8))
                .filter(form -> !form.equals(value))
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return isPresent() ? "key of " + variable : "no key";
    }
}
