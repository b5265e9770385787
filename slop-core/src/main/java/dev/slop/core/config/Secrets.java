package dev.slop.core.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises keys that someone pasted into the file, where they must not stand. */
final class Secrets {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> KEY_NAMES = Set.of(
            "key", "apikey", "accesskey", "token", "apitoken", "authtoken", "secret", "password", "authorization");
    private static final List<String> PREFIXES = List.of("sk-", "sk_", "gsk_", "xai-", "hf_", "AIza", "Bearer ");
    private static final int LONG = 24;

    private Secrets() {}

    /** Whether it may be the name of an environment variable and does not look like a key itself. */
    static boolean isVariableName(String value) {
        return VARIABLE.matcher(value).matches() && !isSuspect(value);
    }

    /** Whether a field of this name would hold a key. */
    static boolean isKeyName(String name) {
        return KEY_NAMES.contains(name.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""));
    }

    /** Whether it looks like a key: a known beginning, or one long word that mixes capitals, small letters and digits. */
    static boolean isSuspect(String value) {
        return PREFIXES.stream().anyMatch(value::startsWith)
                || (value.length() >= LONG
                        && value.matches("[A-Za-z0-9_-]+")
                        && value.matches(".*[A-Z].*")
                        && value.matches(".*[a-z].*")
                        && value.matches(".*[0-9].*"));
    }
}
